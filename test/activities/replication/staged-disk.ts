import { createHash, randomBytes } from 'node:crypto';
import type { Artefact } from '../../../src/domain/replication/artefact';
import type { PageRange } from '../../../src/domain/replication/page-ranges';
import type { BlobStore } from '../../../src/services/ports';

const mebibyte = 1024 * 1024;

/** Random bytes in these ranges (MiB) of an otherwise empty disk, put into staging as certification does. */
export async function stageDisk(
  staging: BlobStore,
  sizeMiB: number,
  dataMiB: readonly (readonly [number, number])[],
): Promise<Artefact> {
  const bytes = sizeMiB * mebibyte;
  const ranges: readonly PageRange[] = dataMiB.map(([start, end]) => ({
    start: start * mebibyte,
    end: end * mebibyte,
  }));
  const image = Buffer.alloc(bytes);
  for (const { start, end } of ranges) randomBytes(end - start).copy(image, start);
  const digest = createHash('sha256').update(image).digest('hex');
  await staging.createPageBlob(digest, bytes);
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at += mebibyte) {
      await staging.writePages(digest, at, image.subarray(at, Math.min(at + mebibyte, end)));
    }
  }
  return { digest, bytes, medium: 'pageBlob', contentType: 'application/octet-stream', ranges, facts: {} };
}
