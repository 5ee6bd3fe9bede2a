import { currentStepOf } from '../../src/domain/publication/current-step';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { planChunks } from '../../src/domain/replication/chunk-plan';
import { goLive, hasEnded, seeThrough, untilClosed } from '../support/course';
import { type HalfWay, halfWay } from '../support/half-way';
import { holdTable } from '../support/held-table';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { fourRegions } from '../support/system-parts';
import { inWorkshop } from '../support/workshop';

const steps = (pipelineOf('microsoft-azure-virtualmachines', 'publish')?.steps ?? []).map(({ id }) => id);

/** The table that a step writes to before it can end. At sign-off everything waits anyway. */
const written: Readonly<Record<string, string>> = {
  displaydummycertify: 'report',
  displaycertify: 'artefact_binding',
  displayprovision: 'replica',
  displaypackage: 'package',
  preview: 'slot',
  live: 'slot',
};

/** The log tells of a step from its beginning on. */
const hasBegun =
  (id: string) =>
  (status: PublicationStatus): boolean =>
    status.steps.some((step) => step.id === id && step.status !== 'notStarted');

/** What a killed worker had begun is missed after its timeout, for mails after two minutes. */
const patience = 900_000;

it.concurrent(
  'workers killed one after another, each in another step, lose nothing: the last one brings the offer live',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      let worker = await system.startWorker();
      let letGo = await holdStep(system, steps[0]);
      const publicationId = await system.publish();
      const killedIn: string[] = [];

      for (const [index, id] of steps.entries()) {
        await system.untilLogged(publicationId, hasBegun(id));
        await worker.send('SIGKILL');
        killedIn.push(currentStepOf(await system.untilLogged(publicationId, () => true)));
        // Held before this one is let go, the next step cannot be over before it is seen.
        const next = await holdStep(system, steps[index + 1]);
        await letGo();
        letGo = next;
        worker = await system.startWorker();
        if (id === 'publisher-signoff') await goLive(system, system.offer);
      }
      await system.untilLogged(publicationId, hasEnded);
      await worker.send('SIGKILL');
      await system.startWorker();

      expect(killedIn).toEqual(steps);
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

      const { outcome } = await withWorkerKilled(system, half);

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

      const { outcome } = await withWorkerKilled(system, half, async () => {
        lost = await notJournaled(system);
      });

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
      const regions = Object.values(system.regions);
      const half = halfWay(regions, 'writtenBytes', 2 * regions.length * system.files.dataBytes);
      const [first] = await Promise.all([system.startWorker(), system.startWorker()]);
      const publications = [await system.publish(), await system.publish(other)] as const;

      await half.reached;
      await first.send('SIGKILL');
      expect(half.share()).toBeLessThan(1);
      half.goOn();
      const ends = await Promise.all([
        seeThrough(system, publications[0]),
        seeThrough(system, publications[1], other),
      ]);

      expect(ends.map(({ outcome }) => outcome)).toEqual(['live', 'live']);
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

/** Keeps a step from ending; the answer lets it go. */
async function holdStep({ databaseUrl }: RealSystem, id = ''): Promise<() => Promise<void>> {
  const table = written[id];
  return table === undefined ? () => Promise.resolve() : holdTable(databaseUrl, table);
}

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

/** The end of a publication whose worker is killed half way, and followed by another. */
async function withWorkerKilled(
  system: RealSystem,
  half: HalfWay,
  meanwhile: () => Promise<void> = () => Promise.resolve(),
): Promise<PublicationStatus> {
  const worker = await system.startWorker();
  const publicationId = await system.publish();
  const end = seeThrough(system, publicationId);
  await half.reached;
  await worker.send('SIGKILL');
  expect(half.share()).toBeLessThan(1);
  await meanwhile();
  await system.startWorker();
  half.goOn();
  return end;
}
