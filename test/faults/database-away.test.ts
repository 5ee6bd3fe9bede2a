import { performance } from 'node:perf_hooks';
import type { WorkflowHandle } from '@temporalio/client';
import type { OfferKey } from '../../src/domain/offer/ids';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { atSignOff } from '../support/course';
import { violations } from '../support/invariants';
import { ownPostgres, postgresStop } from '../support/own-server';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { isSweep } from '../support/seed';
import { tableRows } from '../support/table-rows';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

const patience = 600_000;
const runs = 100;
const goLives = 25;
const awayMs = isSweep ? 120_000 : 15_000;

it(
  'with the database away a hundred waiting runs stand still, sign-offs are answered, and take effect on its return',
  () =>
    inWorkshop(async (workshop) => {
      const server = await ownPostgres(workshop);
      const system = await openRealSystem(workshop, { databaseServer: server.url });
      await system.startWorker();
      const offers = await parked(system);
      const handles = offers.map((offer) => system.temporal.workflow.getHandle(workflowIdOf(offer)));
      const [signed, waiting] = [handles.slice(0, goLives), handles.slice(goLives)];

      await server.send(postgresStop.fast);
      const goneAt = performance.now();
      const before = await lengths(waiting);
      const answeredMs: number[] = [];
      for (const handle of signed.slice(0, 3)) answeredMs.push(await answerMs(handle));
      await Promise.all(signed.slice(3).map(answerMs));
      const settled = await untilStill(signed);
      await until('the outage is over', () => performance.now() - goneAt > awayMs);
      const after = await lengths(waiting);
      const signedAfter = await lengths(signed);
      await server.start();
      const backAt = performance.now();
      await until('all are live', async () => (await liveOffers(system)) === goLives);
      const liveMs = performance.now() - backAt;

      expect(after).toEqual(before);
      expect(signedAfter).toEqual(settled);
      expect(Math.max(...answeredMs)).toBeLessThan(2000);
      expect(liveMs).toBeLessThan(10_000);
      await Promise.all(offers.slice(0, goLives).map((offer) => system.client.result(offer)));
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

/** So many offers at sign-off. They share one image: the first reads and copies it, the others find it. */
async function parked(system: RealSystem): Promise<readonly OfferKey[]> {
  const others = Array.from({ length: runs - 1 }, (_, index) => ({
    ...system.offer,
    offerId: `linux-vm-${index}`,
  }));
  await system.untilLogged(await system.publish(), atSignOff);
  // One after another: a hundred at once would wait for each other's connections longer than a connection may take.
  for (const offer of others) await system.saveDraft(offer, system.files);
  const started = await Promise.all(others.map((offer) => system.publish(offer)));
  await Promise.all(started.map((publicationId) => system.untilLogged(publicationId, atSignOff)));
  return [system.offer, ...others];
}

const lengths = (handles: readonly WorkflowHandle[]): Promise<number[]> =>
  Promise.all(handles.map(async (handle) => (await handle.describe()).historyLength));

async function answerMs(handle: WorkflowHandle): Promise<number> {
  const asked = performance.now();
  const answer = await handle.executeUpdate<{ readonly kind: string }, [unknown]>('goLive', {
    args: [{ requestId: handle.workflowId, actor: 'ann' }],
  });
  expect(answer.kind).toBe('accepted');
  return performance.now() - asked;
}

/** Their lengths once nothing was added for a while: from there on only retries are under way. */
async function untilStill(handles: readonly WorkflowHandle[]): Promise<readonly number[]> {
  let [seen, since] = [await lengths(handles), performance.now()];
  return until('the histories stand still', async () => {
    const now = await lengths(handles);
    if (now.join() !== seen.join()) [seen, since] = [now, performance.now()];
    return performance.now() - since > 3000 && seen;
  });
}

async function liveOffers({ databaseUrl }: RealSystem): Promise<number> {
  const rows = await tableRows(databaseUrl, `select 1 from slot where slot = 'Production'`);
  return rows.length;
}
