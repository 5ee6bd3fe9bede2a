import { setImmediate as breathe } from 'node:timers/promises';

/**
 * A file without its stretches of zeros, as `offer upload` sends it: pieces in order, each 8 bytes of offset, 4 of length
 * (big-endian) and the data; at the end a piece of no bytes at the file's length.
 */
export const sparseContentType = 'application/vnd.offer-publication.sparse';

const headBytes = 12;
const zeros = new Uint8Array(1024 * 1024);

/**
 * The file with its zeros. A body that is not what it should be ends early, which its length then tells. `inTurn`: shared
 * by all who make zeros at the same time.
 */
export async function* sparseFile(
  body: AsyncIterable<Uint8Array>,
  inTurn: () => Promise<void> = turns(),
): AsyncGenerator<Uint8Array> {
  let position = 0;
  let expected = 0;
  let head = Buffer.alloc(0);
  for await (const piece of body) {
    for (let taken = 0; taken < piece.length;) {
      if (expected === 0) {
        const part = piece.subarray(taken, taken + headBytes - head.length);
        head = Buffer.concat([head, part]);
        taken += part.length;
        if (head.length < headBytes) break;
        const offset = Number(head.readBigUInt64BE());
        expected = head.readUInt32BE(8);
        head = Buffer.alloc(0);
        if (offset < position) return;
        yield* zerosOf(offset - position, inTurn);
        position = offset;
        if (expected === 0) return;
      } else {
        const part = piece.subarray(taken, taken + expected);
        yield part;
        taken += part.length;
        expected -= part.length;
        position += part.length;
      }
    }
  }
}

/**
 * Resolves for one after the other, and between two of them for whatever else waits: a few bytes that stand for a disk of
 * zeros keep the process at hashing for many minutes, since nothing is received or stored that it would wait for.
 */
export function turns(): () => Promise<void> {
  let last = Promise.resolve();
  return () => (last = last.then(() => breathe()));
}

async function* zerosOf(count: number, inTurn: () => Promise<void>): AsyncGenerator<Uint8Array> {
  for (let left = count; left > 0; left -= zeros.length) {
    await inTurn();
    yield zeros.subarray(0, Math.min(left, zeros.length));
  }
}
