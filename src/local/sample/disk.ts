import { type FileHandle, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mergeRanges, type PageRange } from '../../domain/replication/page-ranges';
import { type DiskFixture, type Segment, unpackFixture } from './disk-fixture';
import { noise } from './noise';

export const fixturePath = join(__dirname, 'disk.fixture.br');

/**
 * Writes the sample publisher's VM image: a fixed VHD of 1 GiB, sparse, always the same bytes. `ranges` is where data
 * is; `make-disk.ts` made the fixture. Needs no system tools.
 */
export async function writeSampleDisk(
  path: string,
): Promise<{ readonly bytes: number; readonly ranges: readonly PageRange[] }> {
  const fixture = unpackFixture(await readFile(fixturePath));
  const file = await open(path, 'w');
  try {
    await file.truncate(fixture.bytes);
    await writeSegments(file, fixture);
  } finally {
    await file.close();
  }
  return { bytes: fixture.bytes, ranges: mergeRanges(fixture.segments) };
}

async function writeSegments(file: FileHandle, { segments, content }: DiskFixture): Promise<void> {
  let taken = 0;
  for (const segment of segments) {
    if (segment.noiseFrom === undefined) {
      const length = segment.end - segment.start;
      await file.write(content, taken, length, segment.start);
      taken += length;
    } else {
      await writeNoise(file, segment, segment.noiseFrom);
    }
  }
}

async function writeNoise(file: FileHandle, { start, end }: Segment, firstBlock: number): Promise<void> {
  let at = start;
  for (const bytes of noise(firstBlock, end - start)) {
    await file.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  }
}
