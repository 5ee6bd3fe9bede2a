import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Digests } from './ports';

const zeroRun = Buffer.alloc(1024 * 1024);

/** So long may hashing keep everything else waiting: some ten milliseconds. */
const bytesPerTurn = 16 * zeroRun.length;

export const digests: Digests = {
  sha256() {
    const hash = createHash('sha256');
    return {
      update: (bytes) => void hash.update(bytes),
      async zeros(count) {
        for (let done = 0; done < count; done += zeroRun.length) {
          hash.update(zeroRun.subarray(0, count - done));
          if (done % bytesPerTurn === 0) await nextTurn();
        }
      },
      digest: () => hash.digest('hex'),
    };
  },
};
