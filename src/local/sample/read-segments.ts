import { closeSync, openSync, readSync } from 'node:fs';
import type { DiskFixture, Segment } from './disk-fixture';
import { noiseBlockBytes, noiseNumber } from './noise';

const zeroBlock = Buffer.alloc(noiseBlockBytes);

/** Reads an image whose noise is still placeholders. */
export function readSegments(image: string): Pick<DiskFixture, 'segments' | 'content'> {
  const segments: Segment[] = [];
  const contents: Buffer[] = [];
  for (const { start, block } of blocksOf(image)) {
    if (block.equals(zeroBlock)) continue;
    const number = noiseNumber(block);
    if (number === undefined) contents.push(block);
    const last = segments.at(-1);
    const end = start + block.length;
    if (last !== undefined && continues(last, start, number))
      segments[segments.length - 1] = { ...last, end };
    else segments.push({ start, end, ...(number !== undefined && { noiseFrom: number }) });
  }
  return { segments, content: Buffer.concat(contents) };
}

function continues(last: Segment, start: number, number: number | undefined): boolean {
  if (last.end !== start) return false;
  if (last.noiseFrom === undefined) return number === undefined;
  return number === last.noiseFrom + (last.end - last.start) / noiseBlockBytes;
}

function* blocksOf(path: string): Generator<{ readonly start: number; readonly block: Buffer }> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.alloc(256 * noiseBlockBytes);
    let start = 0;
    for (let length = 0; (length = readSync(file, chunk, 0, chunk.length, start)) > 0; start += length) {
      for (let at = 0; at < length; at += noiseBlockBytes) {
        yield {
          start: start + at,
          block: Buffer.from(chunk.subarray(at, Math.min(at + noiseBlockBytes, length))),
        };
      }
    }
  } finally {
    closeSync(file);
  }
}
