import { gibibyte, sectorBytes } from '../certification/sizes';
import type { UploadKind } from './field-schemas';

export const uploadKinds: readonly UploadKind[] = ['disk', 'package', 'logo'];

/** Largest file of each kind, in bytes. A larger disk would not pass certification (`sas.blob.length`). */
export const uploadLimits: Readonly<Record<UploadKind, number>> = {
  disk: 1023 * gibibyte + sectorBytes,
  package: gibibyte,
  logo: 5 * 1024 * 1024,
};

const endings: Readonly<Record<UploadKind, readonly string[]>> = {
  disk: ['.vhd'],
  package: ['.zip'],
  logo: ['.png', '.jpg', '.jpeg'],
};

/** What file names of a kind may end in, e.g. `.png | .jpg | .jpeg`. */
export const endingsText = (kind: UploadKind): string => endings[kind].join(' | ');

export type UploadFault =
  'name' | 'empty' | 'tooLarge' | 'lengthUnknown' | 'lengthDiffers' | 'notSectors' | 'notPicture';

const plainName = /^[a-zA-Z0-9][a-zA-Z0-9._-]{0,99}$/;

/** A name that can stand in an address without any escaping, with an ending of its kind. */
export function isUploadName(kind: UploadKind, name: string): boolean {
  return plainName.test(name) && !name.includes('..') && endings[kind].includes(endingOf(name));
}

/** The name a browser gave, made plain: no folders, no blanks, nothing that needs escaping. */
export function plainUploadName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const ending = endingOf(last);
  const stem = last
    .slice(0, last.length - ending.length)
    .replace(/[^a-zA-Z0-9_-]+/g, '-')
    .replace(/^[^a-zA-Z0-9]+|-+$/g, '')
    .slice(0, 90);
  return `${stem || 'file'}${ending}`;
}

/** `web.vhd` with its content's digest is `web-3f1d0c9a5b1e4b57.vhd`: other content never stands under the same name. */
export function storedName(name: string, digest: string): string {
  const ending = endingOf(name);
  return `${name.slice(0, name.length - ending.length)}-${digest.slice(0, 16)}${ending}`;
}

/** What cannot be right whatever the content is; undefined when only the content can tell. */
export function faultBeforeReading(
  kind: UploadKind,
  { name, bytes }: { readonly name: string; readonly bytes?: number },
): UploadFault | undefined {
  if (!isUploadName(kind, name)) return 'name';
  if (bytes === undefined) return undefined;
  return faultOfLength(kind, bytes, undefined);
}

/**
 * Disks are written in sectors of 512 bytes; a disk of another length is cut off or no disk. `announced`: what the sender
 * said before, if anything.
 */
export function faultOfLength(
  kind: UploadKind,
  bytes: number,
  announced: number | undefined,
): UploadFault | undefined {
  if (announced !== undefined && bytes !== announced) return 'lengthDiffers';
  if (bytes === 0) return 'empty';
  if (bytes > uploadLimits[kind]) return 'tooLarge';
  return kind === 'disk' && bytes % 512 !== 0 ? 'notSectors' : undefined;
}

/** `image/png` or `image/jpeg` by the first bytes, whatever the name says; undefined for anything else. */
export function pictureTypeOf(head: Uint8Array): 'image/png' | 'image/jpeg' | undefined {
  if (pngHead.every((byte, at) => head[at] === byte)) return 'image/png';
  return jpegHead.every((byte, at) => head[at] === byte) ? 'image/jpeg' : undefined;
}

const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const jpegHead = [0xff, 0xd8, 0xff];

function endingOf(name: string): string {
  return /\.[a-zA-Z0-9]{1,10}$/.exec(name)?.[0].toLowerCase() ?? '';
}
