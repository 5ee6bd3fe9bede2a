import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { planChunks } from '../../src/domain/replication/chunk-plan';
import { goLive, hasEnded, seeThrough, untilClosed } from '../support/course';
import { halfWay } from '../support/half-way';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { fourRegions } from '../support/system-parts';
import { inWorkshop } from '../support/workshop';

const steps = (pipelineOf('microsoft-azure-virtualmachines', 'publish')?.steps ?? []).map(({ id }) => id);

/** The log tells of a step from its beginning on. */
const hasBegun =
  (id: string) =>
  (status: PublicationStatus): boolean =>
    status.steps.some((step) => step.id === id && step.status !== 'notStarted');

/** What a killed worker had begun is missed after its timeout, for mails after two minutes. */
const patience = 900_000;

it.concurrent(
  'workers killed one after another, at every step boundary, lose nothing: the last one brings the offer live',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      let worker = await system.startWorker();
      const publicationId = await system.publish();
      const killedOnce = async (isThere: (status: PublicationStatus) => boolean): Promise<void> => {
        await system.untilLogged(publicationId, isThere);
        await worker.send('SIGKILL');
        worker = await system.startWorker();
      };

      for (const id of steps) {
        await killedOnce(hasBegun(id));
        if (id === 'publisher-signoff') await goLive(system, system.offer);
      }
      await killedOnce(hasEnded);

      expect(await untilClosed(system, system.offer)).toMatchObject({ outcome: 'live' });
      expect(await violations(system)).toEqual([]);
    }),
  2 * patience,
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
      const system = await openRealSystem(workshop, { dataMebibytes: 160, regions: fourRegions });
      const { dataBytes } = system.files;
      const regions = Object.entries(system.regions);
      const half = halfWay(Object.values(system.regions), 'writtenBytes', regions.length * dataBytes);
      let lost: Readonly<Record<string, number>> = {};

      const { outcome } = await withWorkerKilled(
        system,
        () => half,
        async () => {
          lost = await notJournaled(system);
        },
      );

      expect(outcome).toBe('live');
      expect(regions).toHaveLength(4);
      for (const [region, { traffic }] of regions) {
        const lostHere = lost[region] ?? 0;
        // A journal that a busy machine keeps late costs more; one that is not kept, or not read, costs all of it.
        expect(lostHere / dataBytes).toBeLessThanOrEqual(0.2);
        expect((traffic.writtenBytes - lostHere) / dataBytes).toBeLessThanOrEqual(1.03);
      }
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

/** By region, the bytes that were sent to it and that no journal knows of. */
async function notJournaled({
  catalogue,
  offer,
  regions,
}: RealSystem): Promise<Readonly<Record<string, number>>> {
  const [disk] = await catalogue.artefacts.bindings(offer, 1);
  const { digest = '' } = disk ?? {};
  const { ranges = [] } = (await catalogue.artefacts.find(digest)) ?? {};
  const rows = Object.entries(regions).map(async ([region, { traffic }]) => {
    const replica = await catalogue.replicas.find(digest, region);
    const { doneBytes } = planChunks(ranges, replica?.journal ?? []);
    return [region, traffic.writtenBytes - doneBytes] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** The end of a publication whose worker is killed once it has come so far, and followed by another. */
async function withWorkerKilled(
  system: RealSystem,
  soFar: (publicationId: string) => Promise<unknown>,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<PublicationStatus> {
  const worker = await system.startWorker();
  const publicationId = await system.publish();
  const end = seeThrough(system, publicationId);
  await soFar(publicationId);
  await worker.send('SIGKILL');
  await meanwhile();
  await system.startWorker();
  return end;
}
