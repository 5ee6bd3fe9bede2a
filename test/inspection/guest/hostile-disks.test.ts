import fc from 'fast-check';
import { rulesOfImageFile } from '../../../src/domain/certification/image-case';
import { judge } from '../../../src/domain/certification/finding';
import { judgeByRules } from '../../../src/domain/certification/run-rules';
import { inspectWholeImage } from '../../../src/inspection/image/inspect-whole-image';
import { vhdChecksum } from '../../../src/inspection/vhd-footer';
import { digests } from '../../../src/services/digests';
import { makeVhd, writeMbr } from '../../support/vhd';

const mebibyte = 1024 * 1024;
const footerAt = (file: Buffer): number => file.length - 512;

/** What certification says about these bytes as a Linux OS disk. */
async function certify(file: Buffer) {
  const opened = {
    bytes: file.length,
    pass: {
      pieces: file.length === 0 ? [] : [{ start: 0, end: file.length, holdsData: true }],
      largest: Math.max(file.length, 1),
      held: 2,
      read: async (start: number, into: Buffer) => file.copy(into, 0, start, start + into.length),
    },
    ranges: {
      bytes: file.length,
      read: async (offset: number, length: number) => Buffer.from(file.subarray(offset, offset + length)),
    },
    close: async () => undefined,
  };
  const watch = { at: () => undefined, signal: new AbortController().signal };
  const { image, guest } = await inspectWholeImage(opened, digests, watch);
  return judgeByRules(
    { image, guest: { guest, at: '2026-11-21T12:00:00.000Z' } },
    rulesOfImageFile('linuxOsDisk'),
  );
}

const small = (change: (file: Buffer, footer: Buffer) => void): Buffer => {
  const file = makeVhd({ mebibytes: 4 });
  const footer = file.subarray(footerAt(file));
  change(file, footer);
  footer.writeUInt32BE(0, 64);
  footer.writeUInt32BE(vhdChecksum(footer), 64);
  return file;
};

it.each<[string, Buffer, string]>([
  ['is empty', Buffer.alloc(0), 'vm.vhd.footer-cookie'],
  ['is shorter than a footer', Buffer.from('conectix'), 'vm.vhd.footer-cookie'],
  ['was cut in the middle', makeVhd({ mebibytes: 4 }).subarray(0, 3 * mebibyte), 'vm.vhd.footer-cookie'],
  ['has a footer alone', makeVhd({ mebibytes: 4 }).subarray(4 * mebibyte), 'vm.vhd.file-length'],
  ['claims no size', small((_file, footer) => footer.writeBigUInt64BE(0n, 48)), 'vm.vhd.file-length'],
  ['claims all sizes', small((_file, footer) => footer.fill(0xff, 40, 56)), 'vm.vhd.file-length'],
  ['is dynamic and says so', small((_file, footer) => footer.writeUInt32BE(3, 60)), 'vm.vhd.footer-type'],
  [
    'has a disk type that does not exist',
    small((_file, footer) => footer.writeUInt32BE(0x80000000, 60)),
    'vm.vhd.footer-type',
  ],
  ['begins as a dynamic one does', small((file, footer) => footer.copy(file, 0)), 'vm.vhd.footer-type'],
])('ends in findings for a file that %s', async (_what, file, rule) => {
  const { findings, tests } = await certify(file);

  expect(judge(findings)).toBe('failed');
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(expect.arrayContaining([rule, 'vm.guest.readable']));
  expect(tests.filter(({ ruleId, result }) => ruleId.startsWith('vm.guest.') && result === 'pass')).toEqual(
    [],
  );
});

it('ends in findings for a chain of partitions that never ends', async () => {
  const file = small((disk) => {
    writeMbr(disk, [{ type: 0x05, firstSector: 2048, sectors: 4096 }]);
    for (let sector = 2048; sector < 6000; sector += 16) {
      writeMbr(
        disk,
        [
          { type: 0x83, firstSector: 1, sectors: 8 },
          { type: 0x05, firstSector: sector + 16 - 2048, sectors: 16 },
        ],
        sector * 512,
      );
    }
  });

  const { findings } = await certify(file);

  expect(findings.map(({ ruleId }) => ruleId)).toContain('vm.partition.layout');
  expect(findings.find(({ ruleId }) => ruleId === 'vm.guest.readable')?.params).toEqual({
    reason: 'tooMuch',
  });
});

it('ends in findings for any partition table', async () => {
  const row = fc.record({
    type: fc.constantFrom(0x83, 0x05, 0x0f, 0x82, 0xee, 0xef, 0x07),
    firstSector: fc.oneof(fc.integer({ min: 0, max: 8192 }), fc.constant(0xffff_ffff)),
    sectors: fc.oneof(fc.integer({ min: 0, max: 8192 }), fc.constant(0xffff_ffff)),
  });
  const scribbles = fc.array(
    fc.record({
      at: fc.integer({ min: 512, max: 20_000 }),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 64 }),
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 4 }), scribbles, async (rows, edits) => {
      const file = small((disk) => {
        writeMbr(disk, rows);
        for (const { at, bytes } of edits) Buffer.from(bytes).copy(disk, at);
      });

      const { findings } = await certify(file);

      expect(judge(findings)).toBe('failed');
    }),
    { numRuns: 60 },
  );
});
