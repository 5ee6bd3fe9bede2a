import { randomUUID } from 'node:crypto';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { atSignOff, goLive, insist, seeThrough } from '../support/course';
import { halfWay } from '../support/half-way';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem, uploadFiles } from '../support/real-system';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;

it.concurrent(
  'a run terminated in the middle of a copy leaves nothing behind once the offer is published again',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 64 });
      const { catalogue, files, offer, temporal } = system;
      const regions = Object.values(system.regions);
      const half = halfWay(regions, 'writtenBytes', regions.length * files.dataBytes);
      await system.startWorker();

      const terminated = await system.publish();
      await half.reached;
      await temporal.workflow.getHandle(workflowIdOf(offer)).terminate('by an operator');
      expect(half.share()).toBeLessThan(1);
      half.goOn();
      await system.saveDraft(offer, await uploadFiles(system));
      const { outcome } = await seeThrough(system, await system.publish());

      expect(outcome).toBe('live');
      expect((await catalogue.publications.find(terminated))?.status.outcome).toBe('canceled');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a run canceled in the Temporal UI in the middle of its copies writes nothing once it takes back, and leaves nothing',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 64 });
      const { client, files, offer, temporal } = system;
      const regions = Object.values(system.regions);
      const half = halfWay(regions, 'writtenBytes', regions.length * files.dataBytes);
      await system.startWorker();

      await system.publish();
      await half.reached;
      await temporal.workflow.getHandle(workflowIdOf(offer)).cancel();
      // A copy hears of it with its next heartbeat; by then it would be through.
      await until('a copy stops', () => regions.some(({ givenUp }) => givenUp() > 0));
      expect(half.share()).toBeLessThan(1);
      half.goOn();
      const { outcome } = await client.result(offer);

      expect(outcome).toBe('canceled');
      // A region whose copy had not begun yet has nothing to delete.
      const written = regions.filter(({ requests }) => requests.some((line) => line.startsWith('PUT')));
      expect(written.length).toBeGreaterThan(0);
      for (const { requests } of written) {
        const afterwards = requests.slice(requests.findIndex((line) => line.startsWith('DELETE')));
        expect(afterwards[0]).toMatch(/^DELETE/);
        expect(afterwards.filter((line) => line.startsWith('PUT'))).toEqual([]);
      }
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a preview whose run was terminated is shown to nobody once the offer is published again, even in vain',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const { client, emails, inbox, offer, publisher, temporal, untilLogged } = system;
      await system.startWorker();

      await untilLogged(await system.publish(), atSignOff);
      // Its log is a task ahead of the run, and a terminated run sends nothing more: what it told is waited for.
      await until('the preview was told', () => inbox.mails.length >= emails.length);
      await temporal.workflow.getHandle(workflowIdOf(offer)).terminate('by an operator');
      const gone = await uploadFiles(system);
      await system.saveDraft(offer, {
        ...gone,
        urls: { ...gone.urls, osVhdUrl: gone.urls.osVhdUrl.replace('linux.vhd', 'missing.vhd') },
      });
      await system.publish();
      const { outcome } = await client.result(offer);

      expect(publisher.requests.some((line) => line.includes('missing.vhd'))).toBe(true);
      expect(outcome).toBe('failed');
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a run that was reset to certification has one log, that of the run that went on',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const { catalogue, untilLogged } = system;
      await system.startWorker();

      const publicationId = await system.publish();
      await untilLogged(publicationId, atSignOff);
      const runId = await resetAfter(system, 'certify');
      const { outcome } = await seeThrough(system, publicationId);

      expect(outcome).toBe('live');
      expect((await catalogue.publications.find(publicationId))?.runId).toBe(runId);
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'a run that was reset after its publication was canceled does not bring disks live that are gone',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const { catalogue, client, offer, untilLogged } = system;
      await system.startWorker();

      const publicationId = await system.publish();
      await untilLogged(publicationId, atSignOff);
      await insist((requestId) => client.cancel(offer, { requestId, actor: 'ann' }));
      await client.result(offer);
      await resetAfter(system, 'openPreview');
      await untilLogged(publicationId, atSignOff);
      await goLive(system, offer);

      await expect(client.result(offer)).rejects.toMatchObject({
        cause: { type: 'OwnFault', message: expect.stringContaining('does not hold its disks') as string },
      });
      expect((await catalogue.offers.slots(offer)).map(({ slot }) => slot)).not.toContain('Production');
      expect((await catalogue.publications.find(publicationId))?.status.status).toBe('failed');
    }),
  patience,
);

/** Resets the offer's run to just after the first activity of this type; returns the new run's id. */
async function resetAfter({ temporal, offer }: RealSystem, activityType: string): Promise<string> {
  const handle = temporal.workflow.getHandle(workflowIdOf(offer));
  const events = (await handle.fetchHistory()).events ?? [];
  const scheduled = events.findIndex(
    (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === activityType,
  );
  const completed = events.findIndex(
    (event, index) => index > scheduled && event.activityTaskCompletedEventAttributes,
  );
  const task = events.find((event, index) => index > completed && event.workflowTaskCompletedEventAttributes);
  if (task?.eventId === undefined || task.eventId === null)
    throw new Error(`no ${activityType} in the history`);
  const { runId } = await temporal.workflowService.resetWorkflowExecution({
    namespace: temporal.options.namespace,
    workflowExecution: { workflowId: handle.workflowId, runId: (await handle.describe()).runId },
    reason: 'by an operator',
    requestId: randomUUID(),
    workflowTaskFinishEventId: task.eventId,
  });
  return runId;
}
