import { createHash } from 'node:crypto';
import { type PageRange, pageBytes } from '../../domain/replication/page-ranges';
import { faultOfLength, storedName, uploadLimits } from '../../domain/offer/upload-file';
import { type Chunk, throughChunks } from './chunk-ring';
import { type Receive, type Receiving, type ScanForData, underway, UploadRefusal } from './receiving';

/** A page blob that holds pages only where the disk has data. */
export const receiveDisk: Receive = (receiving) =>
  underway(receiving, async (name) => {
    const { container, upload, signal } = receiving;
    const { store } = container;
    const size = largestSize(receiving);
    await store.createPageBlob(name, size);
    const hash = createHash('sha256');
    const bytes = await throughChunks(upload.content, async (chunk) => {
      signal?.throwIfAborted();
      // Before anything is waited for: chunks are hashed in their order.
      hash.update(chunk.bytes);
      if (chunk.offset + chunk.bytes.length > size) throw new UploadRefusal('lengthDiffers');
      if (chunk.bytes.length % pageBytes !== 0) throw new UploadRefusal('notSectors');
      for (const { start, end } of dataRuns(chunk, receiving.scanForData)) {
        await store.writePages(name, chunk.offset + start, chunk.bytes.subarray(start, end), signal);
      }
    });
    const fault = faultOfLength('disk', bytes, upload.bytes);
    if (fault !== undefined) throw new UploadRefusal(fault);
    if (bytes < size) await cutTo(receiving, name, bytes);
    const digest = hash.digest('hex');
    await store.rename(name, storedName(upload.name, digest), signal);
    return { digest, bytes };
  });

/** Pages cost nothing until they are written, so that a bound will do where the length is not known. */
function largestSize({ upload: { bytes, atMost } }: Receiving): number {
  const bound = bytes ?? atMost;
  if (bound === undefined) throw new UploadRefusal('lengthUnknown');
  return Math.min(Math.ceil(bound / pageBytes) * pageBytes, uploadLimits.disk);
}

async function cutTo({ container, signal }: Receiving, name: string, bytes: number): Promise<void> {
  await container.call(
    `resize ${name}`,
    (blobs, options) => blobs.getPageBlobClient(name).resize(bytes, options),
    signal,
  );
}

/** Zeros that a run of data is allowed to hold: below this another request costs more than the zeros. */
const smallestGap = 64 * 1024;

function dataRuns({ bytes }: Chunk, scanForData: ScanForData): readonly PageRange[] {
  const runs: { start: number; end: number }[] = [];
  scanForData(bytes, (start, end) => {
    const last = runs.at(-1);
    if (last !== undefined && start - last.end < smallestGap) last.end = end;
    else runs.push({ start, end });
  });
  return runs;
}
