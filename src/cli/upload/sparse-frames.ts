/** As `src/http/uploads/sparse-body.ts` reads it: pieces of 8 bytes of offset, 4 of length, and the data; at the end 0 bytes at the file's length. */
export const sparseContentType = 'application/vnd.offer-publication.sparse';

const headBytes = 12;
const zeros = Buffer.alloc(1024 * 1024);

/** The blocks of a file with where they stand; those that hold nothing but zeros are left out. */
export async function* sparseFrames(blocks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let offset = 0;
  for await (const block of blocks) {
    if (!isZero(block)) {
      yield head(offset, block.length);
      yield block;
    }
    offset += block.length;
  }
  yield head(offset, 0);
}

/** Compares with zeros, so that a hole costs no more than reading it. */
const isZero = (block: Buffer): boolean => zeros.subarray(0, block.length).equals(block);

function head(offset: number, length: number): Buffer {
  const bytes = Buffer.alloc(headBytes);
  bytes.writeBigUInt64BE(BigInt(offset));
  bytes.writeUInt32BE(length, 8);
  return bytes;
}
