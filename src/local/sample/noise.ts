import { createCipheriv } from 'node:crypto';

export const noiseBlockBytes = 4096;

const key = Buffer.from('sample-disk-0001');
const cipherBlockBytes = 16;
const zeros = Buffer.alloc(1024 * 1024);

/** Bytes that look random but are the same everywhere: a key stream, started at the block with this number. */
export function* noise(firstBlock: number, bytes: number): Generator<Buffer> {
  const counter = Buffer.alloc(cipherBlockBytes);
  counter.writeBigUInt64BE(BigInt((firstBlock * noiseBlockBytes) / cipherBlockBytes), 8);
  const cipher = createCipheriv('aes-128-ctr', key, counter);
  for (let done = 0; done < bytes; done += zeros.length) yield cipher.update(zeros.subarray(0, bytes - done));
}

const mark = Buffer.from('sample noise');

/** Stands for noise block `number` while the file system is laid out. */
export function noisePlaceholder(number: number): Buffer {
  const block = Buffer.alloc(noiseBlockBytes);
  mark.copy(block);
  block.writeUInt32BE(number, mark.length);
  return block;
}

/** The number of the noise block that this block stands for, if it does. */
export function noiseNumber(block: Buffer): number | undefined {
  return block.subarray(0, mark.length).equals(mark) ? block.readUInt32BE(mark.length) : undefined;
}
