import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { atSignOff, hasEnded, seeThrough } from '../support/course';
import { halfWay } from '../support/half-way';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { dice, isSweep } from '../support/seed';
import { inWorkshop } from '../support/workshop';

type Boundary = { readonly when: string; readonly isThere: (status: PublicationStatus) => boolean };

/** Each change of a step that the log tells, from the first to the end. */
const boundaries: readonly Boundary[] = [
  ...(pipelineOf('microsoft-azure-virtualmachines', 'publish')?.steps ?? []).map(({ id }) => ({
    when: `${id} begins`,
    isThere: ({ steps }: PublicationStatus) => steps.find((step) => step.id === id)?.status !== 'notStarted',
  })),
  { when: 'sign-off is waited for', isThere: atSignOff },
  { when: 'the publication has ended', isThere: hasEnded },
];

const sample = isSweep ? boundaries : dice('worker killed at a step boundary').sample(boundaries, 2);

/** What a killed worker had begun is missed after its timeout, for mails after two minutes. */
const patience = 600_000;

it.concurrent.each(sample)(
  'a worker killed when $when loses nothing: another one brings the offer live',
  ({ isThere }) =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);

      const { outcome } = await withWorkerKilled(system, (id) => system.untilLogged(id, isThere));

      expect(outcome).toBe('live');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a worker killed in the middle of reading an image leaves no half of it',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 64 });
      const half = halfWay([system.publisher], 'readBytes', system.files.dataBytes);

      const { outcome } = await withWorkerKilled(system, () => half);

      expect(outcome).toBe('live');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a replication goes on where its killed worker was: next to nothing is written twice',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 160 });
      const { dataBytes } = system.files;
      const regions = Object.values(system.regions);
      const half = halfWay(regions, 'writtenBytes', regions.length * dataBytes);

      const { outcome } = await withWorkerKilled(system, () => half);

      expect(outcome).toBe('live');
      for (const { traffic } of regions) expect(traffic.writtenBytes / dataBytes).toBeLessThanOrEqual(1.03);
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'of two workers one is killed at work: the other brings every offer live',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const other = { publisherId: 'contoso', offerId: 'linux-vm-two' };
      await system.saveDraft(other, await uploadFiles(system));
      const half = halfWay(Object.values(system.regions), 'writtenBytes', system.files.dataBytes);
      const [first] = await Promise.all([system.startWorker(), system.startWorker()]);
      const publications = [await system.publish(), await system.publish(other)] as const;

      await half;
      await first.send('SIGKILL');
      const ends = await Promise.all([
        seeThrough(system, publications[0]),
        seeThrough(system, publications[1], other),
      ]);

      expect(ends.map(({ outcome }) => outcome)).toEqual(['live', 'live']);
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

/** The end of a publication whose worker is killed once it has come so far, and followed by another. */
async function withWorkerKilled(
  system: RealSystem,
  soFar: (publicationId: string) => Promise<unknown>,
): Promise<PublicationStatus> {
  const worker = await system.startWorker();
  const publicationId = await system.publish();
  const end = seeThrough(system, publicationId);
  await soFar(publicationId);
  await worker.send('SIGKILL');
  await system.startWorker();
  return end;
}
