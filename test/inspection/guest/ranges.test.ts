import { fileRanges } from '../../../src/inspection/guest/file-ranges';
import { meterReader } from '../../../src/inspection/guest/metered-reader';
import type { RangeReader } from '../../../src/inspection/guest/range-reader';
import { sourceRanges } from '../../../src/inspection/guest/source-ranges';

const content = Buffer.from(Array.from({ length: 200_000 }, (_, index) => index % 251));
const { signal } = new AbortController();
const part = (start: number, length: number): Buffer => Buffer.from(content.subarray(start, start + length));

const file = {
  read: async (into: Buffer, at: number, length: number, start: number) => {
    const bytesRead = content.copy(into, at, start, start + length);
    return { bytesRead, buffer: into };
  },
} as unknown as Parameters<typeof fileRanges>[0];

const readers: readonly (readonly [string, RangeReader])[] = [
  ['a file', fileRanges(file, content.length)],
  [
    'a blob of the publisher’s',
    sourceRanges(
      {
        read: async (_url, { start, into }) => {
          content.copy(into, 0, start, start + into.length);
          return { kind: 'found', value: into };
        },
      },
      { url: 'https://example.com/vhds/a.vhd?sig=x', etag: '"1"', bytes: content.length },
    ),
  ],
];

it.each(readers)('gives exactly the bytes asked for of %s', async (_what, reader) => {
  expect(await reader.read(70_000, 5_000, signal)).toEqual(part(70_000, 5_000));
});

it('says why a publisher’s blob cannot be read any more, and not its address', async () => {
  const refused = { kind: 'refused', status: 412, reason: 'changed', detail: '412 ConditionNotMet' } as const;
  const source = { url: 'https://example.com/vhds/a.vhd?sig=secret', etag: '"1"', bytes: 1_000 };
  const reader = sourceRanges({ read: async () => refused }, source);

  const reading = reader.read(0, 10, signal);

  await expect(reading).rejects.toThrow('The image cannot be read any more: changed (412 ConditionNotMet).');
});

it('says that a file has become shorter', async () => {
  await expect(fileRanges(file, 300_000).read(199_990, 20, signal)).rejects.toThrow('ends at byte 200000');
});

describe('a metered reader', () => {
  const limits = { reads: 100, bytes: 1_000_000, asks: 1_000 };
  const counted = () => {
    const asked: (readonly [number, number])[] = [];
    const source: RangeReader = {
      bytes: content.length,
      read: async (offset, length) => {
        asked.push([offset, length]);
        return part(offset, length);
      },
    };
    return { asked, reader: meterReader(source, limits, signal) };
  };

  it('reads what it has read before no second time, and only what is missing of more', async () => {
    const { asked, reader } = counted();

    await reader.read(20_000, 100);
    await reader.read(20_050, 1_000);
    const wide = await reader.read(10_000, 50_000);

    expect(wide).toEqual(part(10_000, 50_000));
    expect(asked).toEqual([
      [16_384, 16_384],
      [0, 16_384],
      [32_768, 32_768],
    ]);
    expect(reader.spent()).toEqual({ reads: 3, bytes: 65_536 });
  });

  it('reads to the end, and not beyond', async () => {
    const { reader } = counted();

    expect(await reader.read(199_000, 1_000)).toEqual(part(199_000, 1_000));
    await expect(reader.read(199_000, 1_001)).rejects.toMatchObject({ reason: 'damaged' });
    await expect(reader.read(-1, 10)).rejects.toMatchObject({ reason: 'damaged' });
  });
});
