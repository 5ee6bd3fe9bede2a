import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { Judged } from '../../../src/activities/certification/judge-bytes';
import { judgeImage } from '../../../src/activities/certification/judge-image';
import type { DiskRole } from '../../../src/domain/certification/disk-role';
import type { Artefact } from '../../../src/domain/replication/artefact';
import { inspectImage } from '../../../src/inspection/image-inspection';
import { digests } from '../../../src/services/digests';
import { fakeGuests } from '../../fakes/fake-guests';
import { fakeJudgedArtefacts } from '../../fakes/fake-judged-artefacts';
import { linuxGuest } from '../../support/linux-guest';
import { makeVhd } from '../../support/vhd';

const at = new Date('2026-03-01T00:00:00Z');

function arrange() {
  const guests = fakeGuests();
  const { artefacts, saved, failNextSave } = fakeJudgedArtefacts(() => at);
  const reads: string[] = [];
  const read = async (name: string, offset: number, count: number): Promise<Buffer> => {
    reads.push(`${name} ${offset}`);
    return Buffer.alloc(count);
  };
  const roles = { artefacts, staging: { read }, inspectGuest: guests.inspectGuest };
  const judge = (artefact = disk, role: DiskRole = 'linuxOsDisk'): Promise<Judged> =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(() =>
      judgeImage(roles, role)(artefact, at),
    );
  return { guests, artefacts, saved, failNextSave, reads, judge };
}

/** A small disk as certification has brought it into staging. */
const disk = ((): Artefact => {
  const content = makeVhd({ mebibytes: 24 });
  const inspection = inspectImage(content.length, digests);
  inspection.data(content);
  const { digest, ranges, facts } = inspection.finish();
  const medium = { medium: 'pageBlob', contentType: 'application/octet-stream' } as const;
  return { digest, bytes: content.length, ...medium, ranges, facts: { image: facts } };
})();

const ruleIds = ({ findings }: Judged): readonly string[] => findings.map(({ ruleId }) => ruleId);
const aboutTheGuest = (judged: Judged): readonly string[] =>
  ruleIds(judged).filter((id) => id.startsWith('vm.guest.'));
const withKey = linuxGuest({ privateKeys: ['/root/.ssh/id_ed25519'] });

it('judges an OS disk by its container and by what is inside our own copy', async () => {
  const { guests, judge, reads } = arrange();
  guests.find(withKey);

  const judged = await judge();
  await guests.asked[0]?.disk.read(512, 10);

  expect(ruleIds(judged)).toEqual(['vm.disk.linux-os-size', 'vm.guest.private-keys']);
  expect(guests.asked).toMatchObject([{ partitions: [{ number: 1, role: 'linux', firstSector: 2048 }] }]);
  expect(reads).toEqual([`${disk.digest} 512`]);
});

it('keeps what it found with the bytes, and does not look again', async () => {
  const { guests, judge, saved } = arrange();
  guests.find(withKey);
  const first = await judge();

  const second = await judge(saved.get(disk.digest));

  expect(second).toEqual(first);
  expect(guests.asked).toHaveLength(1);
  expect(saved.get(disk.digest)?.facts).toEqual({ ...disk.facts, guest: withKey });
});

it('looks again where what is known is of an older form', async () => {
  const { guests, judge, saved } = arrange();
  const older = { ...disk, facts: { ...disk.facts, guest: { revision: 0 } } };

  const judged = await judge(older);

  expect(aboutTheGuest(judged)).toEqual([]);
  expect(guests.asked).toHaveLength(1);
  expect(saved.get(disk.digest)?.facts['guest']).toEqual(linuxGuest());
});

it('finds the same in the next attempt when one was lost before anything was kept', async () => {
  const { guests, judge, failNextSave } = arrange();
  guests.find(withKey);
  failNextSave();
  await expect(judge()).rejects.toThrow('The catalogue is away.');

  const judged = await judge();

  expect(aboutTheGuest(judged)).toEqual(['vm.guest.private-keys']);
  expect(guests.asked).toHaveLength(2);
});

it('says nothing of the image when our own copy cannot be read', async () => {
  const { guests, judge, saved } = arrange();
  guests.failNext(new Error('staging is away'));

  await expect(judge()).rejects.toThrow('staging is away');
  expect(saved.size).toBe(0);
});

it('leaves it to a reviewer when nobody can say what is inside', async () => {
  const { guests, judge } = arrange();
  const system = { kind: 'unreadable', reason: 'fileSystem', detail: 'XFS (partition 1)' } as const;
  guests.find({ revision: 7, system, spent: { reads: 5, bytes: 80_000 } });

  const { findings, tests } = await judge();

  const notRun = new Map(tests.map(({ ruleId, why }) => [ruleId, why?.code]));
  expect(notRun.get('vm.guest.readable')).toBe('reviewer');
  expect(notRun.get('vm.guest.bash-history')).toBe('guestUnread');
  expect(findings.filter(({ severity }) => severity === 'reviewRequired')).toMatchObject([
    { ruleId: 'vm.guest.readable', actual: 'file system: XFS (partition 1)' },
  ]);
});

it('does not look into a data disk', async () => {
  const { guests, judge, saved } = arrange();

  const judged = await judge(disk, 'dataDisk');

  expect(judged).toMatchObject({ findings: [], validUntil: new Date('2026-05-30T00:00:00Z') });
  expect(guests.asked).toEqual([]);
  expect(saved.size).toBe(0);
});

it.each([
  ['as long as every report', { id: 'debian', versionId: '12' }, '2026-05-30T00:00:00.000Z'],
  ['until its end of life is near', { id: 'ubuntu', versionId: '25.10' }, '2026-04-10T00:00:00.000Z'],
])('is believed %s', async (_how, os, until) => {
  const { guests, judge } = arrange();
  guests.find(linuxGuest({ os: { ...os, name: os.id } }));

  const { validUntil } = await judge();

  expect(validUntil.toISOString()).toBe(until);
});
