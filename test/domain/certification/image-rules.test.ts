import type { DiskRole } from '../../../src/domain/certification/disk-role';
import type { ImageFacts, Partition, VhdFooter } from '../../../src/domain/certification/image-facts-schema';
import { imageRules } from '../../../src/domain/certification/rule-table';
import { judgeByRules, runRules } from '../../../src/domain/certification/run-rules';
import { gibibyte, mebibyte } from '../../../src/domain/certification/sizes';
import { imageFacts } from '../../support/image-facts';

const linux: Partition = {
  number: 1,
  type: '83',
  role: 'linux',
  firstSector: 2048,
  sectors: 1000,
  holds: 'ext',
};
const swap: Partition = { ...linux, number: 2, type: '82', role: 'swap', firstSector: 4096, holds: 'swap' };
const windows: Partition = { ...linux, type: '07', role: 'other', holds: 'NTFS' };
const flawless = imageFacts();

const withFooter = (change: Partial<VhdFooter>): Partial<ImageFacts> => ({
  footer: imageFacts({}, change).footer,
});
const ofSize = (size: number): Partial<ImageFacts> => ({
  bytes: size + 512,
  ...withFooter({ currentSize: size }),
});

function found(role: DiskRole, change: Partial<ImageFacts>): readonly string[] {
  const system = role === 'windowsOsDisk' ? windows : linux;
  const findings = runRules({ ...flawless, partitions: [system], ...change }, imageRules[role]);
  return findings.map(({ ruleId, severity }) => (severity === 'error' ? ruleId : `${ruleId}: ${severity}`));
}

const roles: readonly DiskRole[] = ['linuxOsDisk', 'windowsOsDisk', 'dataDisk'];

it.each(roles)('a flawless image passes as %s', (role) => {
  expect(found(role, {})).toEqual([]);
});

describe('the family of operating systems', () => {
  const [foreignLinux, foreignWindows] = ['vm.disk.holds-windows', 'vm.disk.holds-linux'];
  const result = (role: DiskRole, partitions: readonly Partition[]): string | undefined =>
    judgeByRules({ ...flawless, partitions: [...partitions] }, imageRules[role]).tests.find(({ ruleId }) =>
      ruleId.startsWith('vm.disk.holds-'),
    )?.result;
  const holding = (...kinds: readonly string[]): readonly Partition[] =>
    kinds.map((holds, index) => ({ ...linux, number: index + 1, firstSector: 2048 + 1000 * index, holds }));

  it.each<[DiskRole, readonly string[], string]>([
    ['linuxOsDisk', ['ext'], 'pass'],
    ['linuxOsDisk', ['FAT', 'XFS'], 'pass'],
    ['linuxOsDisk', ['NTFS'], 'fail'],
    ['linuxOsDisk', ['FAT', 'BitLocker'], 'fail'],
    ['linuxOsDisk', ['ext', 'NTFS'], 'notRun'],
    ['linuxOsDisk', ['unknown', 'FAT', 'swap'], 'notRun'],
    ['windowsOsDisk', ['FAT', 'NTFS'], 'pass'],
    ['windowsOsDisk', ['ext'], 'fail'],
    ['windowsOsDisk', ['FAT', 'LVM'], 'fail'],
    ['windowsOsDisk', ['NTFS', 'ext'], 'notRun'],
    ['windowsOsDisk', ['unknown'], 'notRun'],
  ])('of a %s that holds %j: %s', (role, kinds, expected) => {
    expect(result(role, holding(...kinds))).toBe(expected);
  });

  it('is told by what the disk holds, with the partition', () => {
    expect(found('windowsOsDisk', { partitions: [linux] })).toEqual([foreignLinux]);
    expect(found('linuxOsDisk', { partitions: [windows] })).toContain(foreignWindows);
    expect(runRules(flawless, imageRules.windowsOsDisk)).toMatchObject([{ actual: 'ext (partition 1)' }]);
  });
});

describe('what there is nothing of', () => {
  const nothing: Partial<ImageFacts> = {
    bytes: 0,
    dataBytes: 0,
    format: 'unknown',
    footer: null,
    partitionTable: 'none',
    partitions: [],
    hasBootCode: false,
  };

  it.each(roles)('is judged by no rule of a %s but the one that misses it', (role) => {
    const { tests } = judgeByRules({ ...flawless, ...nothing }, imageRules[role]);

    expect(tests.filter(({ result }) => result !== 'notRun')).toMatchObject([
      { ruleId: 'vm.vhd.footer-cookie', result: 'fail' },
    ]);
  });
});

describe.each(roles)('the container of a %s', (role) => {
  it.each<[string, Partial<ImageFacts>, readonly string[]]>([
    ['a footer elsewhere', { format: 'vhd', footer: null }, ['vm.vhd.footer-cookie']],
    ['a raw disk', { format: 'unknown', footer: null }, ['vm.vhd.footer-cookie']],
    ['a VHDX', { format: 'vhdx', footer: null, partitionTable: 'none', partitions: [] }, ['vm.vhd.format']],
    ['no reserved bit', withFooter({ features: 1 }), ['vm.vhd.footer-features']],
    ['another version', withFooter({ formatVersion: 0x0002_0000 }), ['vm.vhd.footer-version']],
    ['a data offset', withFooter({ dataOffset: '0000000000000200' }), ['vm.vhd.footer-data-offset']],
    ['a dynamic disk', withFooter({ diskType: 3, dataOffset: '0000000000000200' }), ['vm.vhd.footer-type']],
    ['a differencing disk', withFooter({ diskType: 4 }), ['vm.vhd.footer-type']],
    ['an unknown type', withFooter({ diskType: 99 }), ['vm.vhd.footer-type']],
    ['a dynamic disk that poses as fixed', { footerCopyAtStart: true }, ['vm.vhd.footer-type']],
    ['another checksum', withFooter({ checksum: 78 }), ['vm.vhd.footer-checksum']],
    ['a saved state', withFooter({ savedState: 1 }), ['vm.vhd.footer-saved-state']],
    ['a file cut short', { bytes: 32 * gibibyte }, ['vm.vhd.file-length']],
    ['a file with something behind', { bytes: 32 * gibibyte + 1024 }, ['vm.vhd.file-length']],
    ['a size between two MiB', ofSize(32 * gibibyte + 512), ['vm.vhd.size-alignment']],
  ])('is named for %s', (_, change, expected) => {
    expect(found(role, change)).toEqual(expected);
  });
});

describe('sizes', () => {
  it.each<[DiskRole, number, readonly string[]]>([
    ['linuxOsDisk', 1 * gibibyte, []],
    ['linuxOsDisk', 1023 * mebibyte, ['vm.disk.linux-os-size']],
    ['linuxOsDisk', 1023 * gibibyte, []],
    ['linuxOsDisk', 1023 * gibibyte + mebibyte, ['vm.disk.linux-os-size']],
    ['windowsOsDisk', 30 * gibibyte, []],
    ['windowsOsDisk', 30 * gibibyte - mebibyte, ['vm.disk.windows-os-minimum']],
    ['windowsOsDisk', 250 * gibibyte, ['vm.disk.windows-unused: reviewRequired']],
    ['windowsOsDisk', 201 * gibibyte - 512, []],
    [
      'windowsOsDisk',
      251 * gibibyte,
      ['vm.disk.windows-os-maximum: reviewRequired', 'vm.disk.windows-unused: reviewRequired'],
    ],
    ['dataDisk', 20 * mebibyte, []],
    ['dataDisk', 19 * mebibyte, ['vm.vhd.size-minimum']],
    ['dataDisk', 1023 * gibibyte, []],
    ['dataDisk', 1024 * gibibyte, ['vm.disk.data-size']],
  ])('%s of %i bytes', (role, size, expected) => {
    const alignment = size % mebibyte === 0 ? [] : ['vm.vhd.size-alignment'];
    expect(found(role, ofSize(size))).toEqual([...alignment, ...expected]);
  });
});

describe('partitions of an OS disk', () => {
  const efi = {
    ...linux,
    number: 15,
    type: 'c12a7328-f81f-11d2-ba4b-00a0c93ec93b',
    role: 'boot',
    holds: 'FAT',
  } as const;

  it.each<[string, Partial<ImageFacts>, readonly string[]]>([
    ['none', { partitionTable: 'none', partitions: [] }, ['vm.partition.table']],
    ['a damaged table', { partitionTableFaults: ['a', 'b'] }, ['vm.partition.layout', 'vm.partition.layout']],
    [
      'a GPT without its backup',
      { partitionTable: 'gpt', gptBackupFaults: ['a'] },
      ['vm.partition.gpt-backup: warning'],
    ],
    [
      'data in the first MiB',
      { strayHeadSectors: 3, firstStrayHeadSector: 9 },
      ['vm.disk.head-reserved: warning'],
    ],
    [
      'a partition in the first MiB',
      { partitions: [{ ...linux, firstSector: 63 }] },
      ['vm.partition.first-sector'],
    ],
    ['swap', { partitions: [linux, swap] }, ['vm.partition.swap']],
    [
      'swap that calls itself Linux',
      { partitions: [linux, { ...swap, type: '83', role: 'linux' }] },
      ['vm.partition.swap'],
    ],
    ['nothing of Linux', { partitions: [{ ...linux, type: '07', role: 'other' }] }, ['vm.partition.linux']],
    ['an empty table', { partitions: [] }, ['vm.partition.linux']],
    [
      'a damaged table that names none',
      { hasBootCode: false, partitions: [], partitionTableFaults: ['a'] },
      ['vm.partition.layout'],
    ],
    ['nothing to start from', { hasBootCode: false }, ['vm.disk.boot-loader']],
    ['an EFI partition to start from', { hasBootCode: false, partitions: [linux, efi] }, []],
    [
      'an EFI partition that nobody formatted',
      { hasBootCode: false, partitions: [linux, { ...efi, holds: 'unknown' }] },
      ['vm.disk.boot-loader'],
    ],
  ])('with %s', (_, change, expected) => {
    expect(found('linuxOsDisk', change)).toEqual(expected);
  });

  it('count swap partitions in a finding as in its test, and tell apart by what each was found', () => {
    const hidden: Partition = { ...swap, number: 1, type: '83', role: 'linux' };
    const facts = { ...flawless, partitions: [hidden, swap] };

    const { findings, tests } = judgeByRules(facts, imageRules.linuxOsDisk);

    const counted = { expected: '0', actual: '2' };
    expect(findings.filter(({ ruleId }) => ruleId === 'vm.partition.swap')).toMatchObject([
      { ...counted, params: { number: 1, type: '83', foundBy: 'signature' } },
      { ...counted, params: { number: 2, type: '82', foundBy: 'type' } },
    ]);
    expect(tests.find(({ ruleId }) => ruleId === 'vm.partition.swap')).toMatchObject(counted);
  });

  it('are nobody’s business on a data disk', () => {
    const change: Partial<ImageFacts> = { partitionTable: 'none', partitions: [swap], strayHeadSectors: 1 };

    expect(found('dataDisk', change)).toEqual([]);
  });
});
