import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { imageFactsSchema } from '../../src/domain/certification/image-facts-schema';
import { inspectImage } from '../../src/inspection/image-inspection';
import { digests } from '../../src/services/digests';
import type { ImageInspection } from '../../src/services/ports';
import { makeVhd, writeGpt, writeMbr } from '../support/vhd';

const mebibyte = 1024 * 1024;
const linuxGuid = '0fc63daf-8483-4772-8e79-3d69d8477de4';
const swapGuid = '0657fd6d-a4ab-43c4-84e5-0933c84b4f4f';

/** Feeds a file in pieces; those that are all zero as zero runs. */
async function inspect(
  file: Buffer,
  pieceBytes = 4 * mebibyte,
): Promise<ReturnType<ImageInspection['finish']>> {
  const inspection = inspectImage(file.length, digests);
  for (let start = 0; start < file.length; start += pieceBytes) {
    const piece = file.subarray(start, start + pieceBytes);
    if (piece.equals(Buffer.alloc(piece.length))) await inspection.zeros(piece.length);
    else inspection.data(piece);
  }
  return inspection.finish();
}

describe('inspectImage', () => {
  it('finds digest, data and partitions of a fixed VHD in one pass', async () => {
    const file = makeVhd({
      mebibytes: 20,
      data: [{ offset: 5 * mebibyte + 100, bytes: Buffer.alloc(5000, 7) }],
    });

    const { digest, ranges, facts } = await inspect(file);

    expect(digest).toBe(createHash('sha256').update(file).digest('hex'));
    expect(ranges).toEqual([
      { start: 0, end: 4096 },
      { start: 5 * mebibyte, end: 5 * mebibyte + 8192 },
      { start: 20 * mebibyte, end: 20 * mebibyte + 512 },
    ]);
    expect(facts).toMatchObject({
      bytes: 20 * mebibyte + 512,
      dataBytes: 4096 + 8192 + 512,
      format: 'vhd',
      footerCopyAtStart: false,
      partitionTable: 'mbr',
      partitionTableFaults: [],
      partitions: [{ number: 1, type: '83', role: 'linux', firstSector: 2048, sectors: 38_912 }],
      strayHeadSectors: 0,
    });
    expect(imageFactsSchema.parse(JSON.parse(JSON.stringify(facts)))).toEqual(facts);
  });

  it('learns the same however the bytes are cut', async () => {
    const file = makeVhd({
      mebibytes: 3,
      data: [
        { offset: 70_000, bytes: Buffer.alloc(3000, 1) },
        { offset: 2 * mebibyte - 10, bytes: Buffer.alloc(20, 2) },
      ],
    });
    const whole = await inspect(file, file.length);

    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 800 }), async (pages) => {
        const { digest, facts } = await inspect(file, pages * 4096);

        expect(digest).toBe(whole.digest);
        expect(facts).toEqual(whole.facts);
      }),
      { numRuns: 15 },
    );
  });

  it('follows the chain of logical partitions, also inside the piece at hand', async () => {
    const file = makeVhd({
      mebibytes: 20,
      partitions: [
        { type: 0x83, firstSector: 2048, sectors: 2048 },
        { type: 0x05, firstSector: 4096, sectors: 36_864 },
      ],
    });
    writeMbr(
      file,
      [
        { type: 0x83, firstSector: 63, sectors: 1000 },
        { type: 0x05, firstSector: 20_000, sectors: 5000 },
      ],
      4096 * 512,
    );
    writeMbr(file, [{ type: 0x82, firstSector: 63, sectors: 1000 }], 24_096 * 512);

    const { facts } = await inspect(file, 2 * mebibyte);

    expect(facts.partitionTableFaults).toEqual([]);
    expect(facts.partitions.map(({ number, role, firstSector }) => [number, role, firstSector])).toEqual([
      [1, 'linux', 2048],
      [2, 'extended', 4096],
      [5, 'linux', 4159],
      [6, 'swap', 24_159],
    ]);
  });

  it.each<[string, number, string, string]>([
    ['swap of today', 4096 - 10, 'SWAPSPACE2', 'swap'],
    ['swap of old', 4096 - 10, 'SWAP-SPACE', 'swap'],
    ['swap of a processor with large pages', 65_536 - 10, 'SWAPSPACE2', 'swap'],
    ['Windows', 3, 'NTFS    ', 'NTFS'],
    ['nothing known', 0, 'hello', 'unknown'],
  ])('says what partitions hold, whatever their type says: %s', async (_what, at, mark, holds) => {
    const file = makeVhd({
      mebibytes: 20,
      partitions: [63, 8192].map((firstSector) => ({ type: 0x83, firstSector, sectors: 1024 })),
      data: [63, 8192].map((sector) => ({ offset: sector * 512 + at, bytes: Buffer.from(mark) })),
    });

    for (const pieceBytes of [4096, 4 * mebibyte]) {
      const { facts } = await inspect(file, pieceBytes);
      expect(facts.partitions.map((partition) => partition.holds)).toEqual([holds, holds]);
    }
  });

  it.each<[string, (file: Buffer) => void, string]>([
    [
      'a chain that leads back',
      (file) => {
        writeMbr(file, [{ type: 0x05, firstSector: 4096, sectors: 36_864 }]);
        writeMbr(
          file,
          [
            { type: 0x83, firstSector: 63, sectors: 100 },
            { type: 0x05, firstSector: 0, sectors: 100 },
          ],
          4096 * 512,
        );
      },
      'more than 60 logical partitions',
    ],
    [
      'a chain that leads nowhere',
      (file) => writeMbr(file, [{ type: 0x05, firstSector: 4096, sectors: 36_864 }]),
      'the extended boot record at sector 4096 is missing, damaged or out of order',
    ],
    [
      'a chain that leads beyond the disk',
      (file) => writeMbr(file, [{ type: 0x05, firstSector: 4_000_000, sectors: 36_864 }]),
      'the extended boot record at sector 4000000 is missing, damaged or out of order',
    ],
    [
      'a partition beyond the end',
      (file) => writeMbr(file, [{ type: 0x83, firstSector: 2048, sectors: 40_000 }]),
      'partition 1 does not lie inside the disk',
    ],
    [
      'partitions over each other',
      (file) =>
        writeMbr(file, [
          { type: 0x83, firstSector: 2048, sectors: 4000 },
          { type: 0x83, firstSector: 4096, sectors: 4000 },
        ]),
      'partitions 1 and 2 overlap',
    ],
    [
      'a protective MBR alone',
      (file) => writeMbr(file, [{ type: 0xee, firstSector: 1, sectors: 40_959 }]),
      'a protective MBR without a GPT header',
    ],
    [
      'a GPT header that was changed',
      (file) => {
        writeGpt(file, [{ guid: linuxGuid, firstSector: 2048, lastSector: 4095 }]);
        file.writeUInt8(1, 512 + 60);
      },
      'the GPT header checksum is wrong',
    ],
    [
      'GPT entries that were changed',
      (file) => {
        writeGpt(file, [{ guid: linuxGuid, firstSector: 2048, lastSector: 4095 }]);
        file.writeUInt8(1, 2 * 512 + 100);
      },
      'the GPT entries checksum is wrong',
    ],
  ])('names %s', async (_, damage, fault) => {
    const file = makeVhd({ mebibytes: 20, partitions: [] });
    damage(file);

    const { facts } = await inspect(file);

    expect(facts.partitionTableFaults).toContain(fault);
  });

  it('reads a GUID partition table and counts its sectors as used by it', async () => {
    const file = makeVhd({ mebibytes: 20, partitions: [] });
    writeGpt(file, [
      { guid: linuxGuid, firstSector: 2048, lastSector: 20_479 },
      { guid: swapGuid, firstSector: 20_480, lastSector: 40_926 },
    ]);

    const { facts } = await inspect(file);

    expect(facts).toMatchObject({
      partitionTable: 'gpt',
      partitionTableFaults: [],
      partitions: [
        { number: 1, type: linuxGuid, role: 'linux', firstSector: 2048, sectors: 18_432 },
        { number: 2, type: swapGuid, role: 'swap' },
      ],
      strayHeadSectors: 0,
    });
  });

  it('says whether the first sector holds code beside the partition table', async () => {
    const file = makeVhd({ mebibytes: 20 });
    const bootable = await inspect(file);
    file.fill(0, 0, 440);
    const table = await inspect(file);

    expect([bootable, table].map(({ facts }) => facts.hasBootCode)).toEqual([true, false]);
  });

  it('tells a boot loader from data that stands in the reserved first MiB', async () => {
    const file = makeVhd({ mebibytes: 20 });
    file.fill(0x5a, 512, 30 * 512);
    file.writeBigUInt64LE(2n, 512 + 500);
    file.writeUInt16LE(28, 512 + 508);
    file.writeUInt16LE(0x820, 512 + 510);
    const loaderOnly = await inspect(file);
    file.fill(0x5a, 1000 * 512, 1002 * 512);

    const { facts } = await inspect(file);

    expect(loaderOnly.facts.strayHeadSectors).toBe(0);
    expect(facts).toMatchObject({ strayHeadSectors: 2, firstStrayHeadSector: 1000 });
  });

  it.each<[string, string, number]>([
    ['vhdx', 'vhdxfile', 0],
    ['qcow2', 'QFI\xfb', 0],
    ['vmdk', 'KDMV', 0],
    ['vdi', '\x7f\x10\xda\xbe', 0x40],
    ['gzip', '\x1f\x8b\x08', 0],
    ['xz', '\xfd7zXZ\0', 0],
    ['zip', 'PK\x03\x04', 0],
    ['iso9660', 'CD001', 0x8001],
    ['vhd', 'conectix', 0],
  ])('recognises %s', async (format, text, offset) => {
    const file = Buffer.alloc(64 * 1024);
    file.write(text, offset, 'latin1');

    const { facts } = await inspect(file);

    expect(facts).toMatchObject({ format, footer: null });
  });

  it('survives any bytes of any length', async () => {
    const interesting = fc.constantFrom(0x00, 0x05, 0x55, 0x80, 0x83, 0xaa, 0xee, 0xff);
    await fc.assert(
      fc.asyncProperty(
        fc.array(interesting, { maxLength: 64 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.boolean(),
        async (table, length, hasSignature) => {
          const file = Buffer.alloc(length);
          Buffer.from(table).copy(file, 446);
          if (hasSignature && length >= 512) file.writeUInt16LE(0xaa55, 510);
          if (length > 600) file.write('EFI PART', 512, 'latin1');

          const { facts } = await inspect(file, 512);

          expect(imageFactsSchema.parse(facts)).toEqual(facts);
        },
      ),
    );
  });
});
