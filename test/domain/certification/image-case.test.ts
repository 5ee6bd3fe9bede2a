import type { DiskRole } from '../../../src/domain/certification/disk-role';
import type { GuestFacts } from '../../../src/domain/certification/guest-facts-schema';
import { rulesOfImageFile } from '../../../src/domain/certification/image-case';
import { judgeByRules, type RulesOutcome } from '../../../src/domain/certification/run-rules';
import { imageFacts } from '../../support/image-facts';
import { linuxGuest } from '../../support/linux-guest';

const partition = {
  number: 1,
  type: '83',
  role: 'linux',
  firstSector: 2048,
  sectors: 1000,
  holds: 'NTFS',
} as const;
const both = imageFacts({
  partitions: [partition, { ...partition, number: 2, firstSector: 4096, holds: 'ext' }],
});
const noRoot: GuestFacts = {
  ...linuxGuest(),
  system: { kind: 'unreadable', reason: 'fileSystem', detail: 'NTFS (partition 1)' },
};
const judged = (role: DiskRole, guest: GuestFacts): RulesOutcome =>
  judgeByRules({ image: both, guest: { guest, at: '2026-03-01T00:00:00Z' } }, rulesOfImageFile(role));

describe('a disk with partitions of both families', () => {
  it.each<[DiskRole, string, string]>([
    ['linuxOsDisk', 'vm.disk.holds-linux', 'pass'],
    ['windowsOsDisk', 'vm.disk.holds-windows', 'fail'],
  ])('is what its root is, as a %s', (role, ruleId, result) => {
    const { tests, findings } = judged(role, linuxGuest({ partition: 2 }));

    expect(tests.find((test) => test.ruleId === ruleId)?.result).toBe(result);
    expect(findings.filter((each) => each.ruleId === ruleId).map(({ actual }) => actual)).toEqual(
      result === 'pass' ? [] : ['ext (partition 2)'],
    );
  });

  it.each<[DiskRole, string]>([
    ['linuxOsDisk', 'vm.disk.holds-linux'],
    ['windowsOsDisk', 'vm.disk.holds-windows'],
  ])('without a root that can be read is for a reviewer, as a %s', (role, ruleId) => {
    const { tests, findings } = judged(role, noRoot);

    expect(tests.find((test) => test.ruleId === ruleId)?.result).toBe('notRun');
    expect(findings).toContainEqual(
      expect.objectContaining({ ruleId: 'vm.guest.readable', severity: 'reviewRequired' }),
    );
  });
});
