import { resolve } from 'node:path';
import type { DiskRole } from '../../domain/certification/disk-role';
import type { ImageCase } from '../../domain/certification/image-case';
import { readSasUrl } from '../../domain/certification/sas-url';
import { fileNameOf } from '../../domain/replication/source-url';
import { SourceRefused } from '../../inspection/guest/source-ranges';
import type { ImageTools } from '../../inspection/image/image-tools';
import {
  inspectContainer,
  inspectWholeImage,
  type WholeImage,
} from '../../inspection/image/inspect-whole-image';
import { openImageFile } from '../../inspection/image/open-image-file';
import { openImageSource } from '../../inspection/image/open-image-source';
import type { OpenedImage } from '../../inspection/image/opened-image';
import type { Asked } from '../asked';
import { progressLine } from '../upload/progress-line';
import { opened } from './certify-path';

export type ReadImage = {
  /** What findings point to; of a URL the file's name, because the rest of it is secret. */
  readonly subject: string;
  readonly found: ImageCase;
  /** Absent when there was nothing to read. */
  readonly read?: {
    readonly digest: string;
    readonly bytes: number;
    /** Absent of a data disk. */
    readonly guest?: WholeImage['guest'];
  };
};

type Reading = { readonly asked: Asked; readonly role: DiskRole };

/** An image on this machine. */
export async function readImageFile(path: string, { asked, role }: Reading): Promise<ReadImage> {
  const image = await opened(path, () => openImageFile(resolve(asked.surroundings.workFolder, path)));
  const tools = await asked.surroundings.imageTools([]);
  try {
    return { subject: path, ...(await inspected(image, tools, { asked, role })) };
  } finally {
    await Promise.all([image.close(), tools.close()]);
  }
}

/** An image behind a SAS URL. What its storage refuses is found out too. */
export async function readImageAt(url: string, { asked, role }: Reading): Promise<ReadImage> {
  const signal = asked.surroundings.interrupted;
  const subject = fileNameOf(url);
  const sasUrl = readSasUrl(url, new Date());
  const tools = await asked.surroundings.imageTools(URL.canParse(url) ? [new URL(url).origin] : []);
  try {
    const stat = await tools.sources.stat(url, signal);
    if (stat.kind === 'refused') return { subject, found: { sasUrl, source: stat } };
    const source = { kind: 'found', ...stat.value } as const;
    const image = await openImageSource(tools.sources, { url, ...stat.value }, signal);
    const { found, read } = await inspected(image, tools, { asked, role });
    return { subject, found: { sasUrl, source, ...found }, read };
  } catch (error) {
    if (!(error instanceof SourceRefused)) throw error;
    return { subject, found: { sasUrl, source: error.refusal } };
  } finally {
    await tools.close();
  }
}

type Inspected = Required<Pick<ReadImage, 'found' | 'read'>>;

async function inspected(
  opened: OpenedImage,
  { digests }: ImageTools,
  { asked: { surroundings, language }, role }: Reading,
): Promise<Inspected> {
  const line = progressLine(surroundings, { total: opened.bytes, language });
  const watch = { at: line.at, signal: surroundings.interrupted };
  if (role === 'dataDisk') {
    const { digest, image } = await inspectContainer(opened, digests, watch).finally(line.end);
    return { found: { image }, read: { digest, bytes: image.bytes } };
  }
  const { digest, image, guest } = await inspectWholeImage(opened, digests, watch).finally(line.end);
  const at = new Date().toISOString();
  return { found: { image, guest: { guest, at } }, read: { digest, bytes: image.bytes, guest } };
}
