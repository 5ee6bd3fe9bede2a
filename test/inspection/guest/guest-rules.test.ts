import { guestRules } from '../../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../../src/domain/certification/run-rules';
import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import { type Edits, type FileSystems, openFileSystems } from '../../support/guest-image';
import { memoryDisk } from '../../support/memory-disk';
import { rpmDatabase } from '../../support/rpm/rpm-database';
import { besides, cases, hash, with_ } from './guest-rule-cases';

const at = '2026-11-21T12:00:00.000Z';

let systems: FileSystems;
beforeAll(() => {
  systems = openFileSystems();
});
afterAll(() => systems.remove());

/** Everything but `pass`, by rule without the prefix that all share. */
async function judged(...contents: readonly Buffer[]) {
  const guest = await inspectGuest(memoryDisk(...contents));
  const { tests, findings } = judgeByRules({ guest, at }, guestRules);
  const results = tests
    .filter(({ result }) => result !== 'pass')
    .map(({ ruleId, result }) => [ruleId.replace('vm.guest.', ''), result]);
  return { guest, findings, results: Object.fromEntries(results) as Record<string, string> };
}

it('passes an image that keeps every rule, for less than a hundredth of what the least image holds', async () => {
  const { results, guest } = await judged(systems.make());

  expect(results).toEqual({});
  expect(guest.spent.bytes).toBeLessThan(0.01 * 1024 ** 3);
  expect(guest.spent.reads).toBeLessThan(100);
});

it.each(cases)('fails just %s (%s) for %s', async (rule, result, what, edits) => {
  const { results } = await judged(systems.make(edits));

  expect(results).toEqual({ [rule]: result, ...besides[what] });
});

/** A system like RHEL 9 in place of Debian, without the files by which its agent could be told. */
const redHat: Edits = {
  folders: ['var/lib/rpm'],
  remove: ['var/lib/dpkg/status', 'usr/lib/python3/dist-packages/azurelinuxagent/common/version.py'],
};
const redHatRelease = { 'etc/os-release': 'ID="rhel"\nVERSION_ID="9.4"\n' };

it('judges a system by what RPM’s database lists, for less than a hundredth of what the least image holds', async () => {
  const write = { ...redHatRelease, 'var/lib/rpm/rpmdb.sqlite': rpmDatabase() };

  const { results, guest } = await judged(systems.make({ ...redHat, write }));

  expect(results).toEqual({ 'security-threats': 'notRun' });
  expect(guest.system).toMatchObject({
    agent: { version: '2.7.0.6', from: '/var/lib/rpm/rpmdb.sqlite' },
    openSsl: '3.0.7',
  });
  expect(guest.spent.bytes).toBeLessThan(0.01 * 1024 ** 3);
});

it('wants a person where no agent is found and the list of packages cannot be read', async () => {
  const write = { ...redHatRelease, 'var/lib/rpm/Packages': Buffer.from('0006115', 'latin1') };

  const { results, findings } = await judged(systems.make({ ...redHat, write }));

  expect(results).toMatchObject({ 'agent-version': 'notRun' });
  expect(findings).toMatchObject([
    {
      ruleId: 'vm.guest.agent-version',
      severity: 'reviewRequired',
      actual: expect.stringContaining('a Berkeley DB') as string,
      target: { file: '/var/lib/rpm/Packages' },
    },
  ]);
});

it('remarks on packages in which it searched no key, and passes', async () => {
  const folder = 'root/app/node_modules';
  const { results, findings } = await judged(systems.make({ folders: ['root/app', folder] }));

  expect(results).toEqual({});
  expect(findings).toMatchObject([
    { ruleId: 'vm.guest.unsearched-folders', severity: 'info', actual: `/${folder}` },
  ]);
});

it('has a case for every rule', () => {
  const whole = ['readable', 'root-partition', 'unread-partitions', 'unsearched-folders'];

  const covered = new Set([...whole, ...cases.map(([rule]) => rule)]);

  expect(guestRules.map(({ id }) => id.replace('vm.guest.', '')).filter((id) => !covered.has(id))).toEqual(
    [],
  );
});

it('wants a person where there are two roots', async () => {
  const { results, findings } = await judged(systems.make(), systems.make());

  expect(results).toEqual({ 'root-partition': 'notRun' });
  expect(findings).toMatchObject([
    { severity: 'reviewRequired', aliases: ['42', 'Root Partition on OS Disk'] },
  ]);
});

it.each([1024, 64])('wants a person where a partition of %i KiB cannot be read', async (kibibytes) => {
  const xfs = Buffer.alloc(kibibytes * 1024);
  xfs.write('XFSB');

  const { results, findings } = await judged(systems.make(), xfs);

  expect(results).toEqual({ 'unread-partitions': 'notRun' });
  expect(findings).toMatchObject([{ severity: 'reviewRequired', actual: 'XFS', params: { number: 2 } }]);
});

it('wants a person where a partition is mounted nowhere that is known: nobody looks into it', async () => {
  const home = systems.make({ remove: ['etc/passwd', 'etc/os-release', 'etc/fstab'] });

  const { results, findings } = await judged(systems.make(), home);

  expect(results).toEqual({ 'unread-partitions': 'notRun' });
  expect(findings).toMatchObject([
    { actual: 'ext4, not mounted by UUID or LABEL in fstab', params: { number: 2 } },
  ]);
});

it('never lets a hash or a key into the facts', async () => {
  const { guest } = await judged(
    systems.make({
      folders: ['root/.ssh'],
      write: {
        ...with_('etc/shadow', 'root:*', `root:${hash}`),
        'root/.ssh/id_ed25519': '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n',
        'root/.ssh/authorized_keys': 'ssh-ed25519 AAAAB3 builder\n',
      },
    }),
  );

  const facts = JSON.stringify(guest);
  expect(facts).toContain('/root/.ssh/id_ed25519');
  expect(facts).not.toMatch(/saltsalt|c2VjcmV0|AAAAB3/);
});
