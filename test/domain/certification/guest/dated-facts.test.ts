import { datedFacts, guestReportValidUntil } from '../../../../src/domain/certification/dated-facts';
import type { GuestFacts } from '../../../../src/domain/certification/guest-facts-schema';
import { guestRules } from '../../../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import { linuxGuest } from '../../../support/linux-guest';

const debian = (versionId: string): GuestFacts => linuxGuest({ os: { id: 'debian', versionId, name: '' } });
const resultAt = (guest: GuestFacts, at: string): string | undefined =>
  judgeByRules({ guest, at }, guestRules).tests.find(({ ruleId }) => ruleId === 'vm.guest.end-of-life')
    ?.result;

it.each([
  ['2028-03-31T23:59:59.999Z', 'pass'],
  ['2028-04-01T00:00:00.000Z', 'warn'],
  ['2028-06-30T23:59:59.999Z', 'warn'],
  ['2028-07-01T00:00:00.000Z', 'fail'],
])('judges Debian 12, whose support ends on 2028-06-30, at %s: %s', (at, result) => {
  expect(resultAt(debian('12'), at)).toBe(result);
});

it('says on which days the answer changes, and they are the days on which it does', () => {
  const [warned, over] = datedFacts(debian('12'));

  expect([warned, over]).toEqual(['2028-04-01', '2028-07-01']);
});

it.each([
  ['nothing changes within 90 days', '12', '2026-11-21T12:00:00.000Z', '2027-02-19T12:00:00.000Z'],
  ['it will be warned about', '12', '2028-03-01T12:00:00.000Z', '2028-04-01T00:00:00.000Z'],
  ['its support ends', '12', '2028-06-01T12:00:00.000Z', '2028-07-01T00:00:00.000Z'],
  ['it is over already', '10', '2026-11-21T12:00:00.000Z', '2027-02-19T12:00:00.000Z'],
  ['nobody knows', '99', '2026-11-21T12:00:00.000Z', '2027-02-19T12:00:00.000Z'],
])('lets a report be valid until the earliest change: %s', (_case, versionId, at, until) => {
  expect(guestReportValidUntil(new Date(at), debian(versionId)).toISOString()).toBe(until);
});

it('lists every rule but one as not run where nothing could be read, and wants a person', () => {
  const guest: GuestFacts = {
    revision: 7,
    system: { kind: 'unreadable', reason: 'fileSystem', detail: 'NTFS (partition 1)' },
    spent: { reads: 2, bytes: 81_920 },
  };

  const { tests, findings } = judgeByRules({ guest, at: '2026-11-21T12:00:00.000Z' }, guestRules);

  expect(tests.filter(({ result }) => result !== 'notRun')).toEqual([]);
  expect(tests).toHaveLength(guestRules.length);
  expect(findings).toMatchObject([{ ruleId: 'vm.guest.readable', severity: 'reviewRequired' }]);
});
