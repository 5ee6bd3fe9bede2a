import { createHash } from 'node:crypto';
import { faultOfLength, storedName, uploadLimits } from '../../domain/offer/upload-file';
import { throughChunks } from './chunk-ring';
import { type Receive, underway, UploadRefusal } from './receiving';

/** A block blob, written block by block; until the list of blocks is there it does not exist. */
export const receivePackage: Receive = (receiving) =>
  underway(receiving, async (name) => {
    const { container, upload, signal } = receiving;
    const hash = createHash('sha256');
    const blocks: string[] = [];
    const bytes = await throughChunks(upload.content, async ({ bytes: chunk, offset }) => {
      hash.update(chunk);
      if (offset + chunk.length > uploadLimits.package) throw new UploadRefusal('tooLarge');
      const id = Buffer.from(String(blocks.length).padStart(6, '0')).toString('base64');
      blocks.push(id);
      await container.call(
        `write a block of ${name}`,
        (blobs, options) => blobs.getBlockBlobClient(name).stageBlock(id, chunk, chunk.length, options),
        signal,
      );
    });
    const fault = faultOfLength('package', bytes, upload.bytes);
    if (fault !== undefined) throw new UploadRefusal(fault);
    await container.call(
      `finish ${name}`,
      (blobs, options) =>
        blobs.getBlockBlobClient(name).commitBlockList(blocks, {
          ...options,
          blobHTTPHeaders: { blobContentType: 'application/zip' },
        }),
      signal,
    );
    const digest = hash.digest('hex');
    await container.store.rename(name, storedName(upload.name, digest), signal);
    return { digest, bytes };
  });
