import type { BlobStore } from '../ports';
import type { AccountCall } from './account';

/** Files of any size, written block by block; what is never committed the service forgets. */
export const blockBlobs = (call: AccountCall): Pick<BlobStore, 'stageBlock' | 'commitBlocks'> => ({
  async stageBlock(name, index, content, signal) {
    await call(
      `write a block of ${name}`,
      (container, options) =>
        container.getBlockBlobClient(name).stageBlock(blockId(index), content, content.length, options),
      signal,
    );
  },

  async commitBlocks(name, count, contentType, signal) {
    const blocks = Array.from({ length: count }, (_, index) => blockId(index));
    await call(
      `finish ${name}`,
      (container, options) =>
        container.getBlockBlobClient(name).commitBlockList(blocks, {
          ...options,
          blobHTTPHeaders: { blobContentType: contentType },
        }),
      signal,
    );
  },
});

/** All of one length, as the service asks for. */
const blockId = (index: number): string => Buffer.from(String(index).padStart(6, '0')).toString('base64');
