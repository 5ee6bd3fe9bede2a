import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { controlQueue } from '../../src/domain/publication/queues';
import { root } from '../docs/documents';
import { seeThrough } from '../support/course';
import { openRealSystem } from '../support/real-system';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

it(
  'a worker shows every figure that OPERATIONS says to watch, and counts the publication that ran',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop, { dataMebibytes: 1 });
      const { offer, publisher, regions, temporal } = system;
      const { metricsUrl } = await system.startWorker();
      const metrics = async (): Promise<string> => (await fetch(metricsUrl)).text();
      const untilShown = (sample: RegExp): Promise<unknown> =>
        until(`${sample} is shown`, async () => sample.test(await metrics()));

      // A counter is shown once it has counted. A task that nobody can do:
      const unknown = { taskQueue: controlQueue, workflowId: randomUUID() };
      const nobodys = await temporal.workflow.start('of-another-release', unknown);
      await untilShown(/^temporal_workflow_task_execution_failed_total\{/m);
      await nobodys.terminate();
      // Work for a run that is gone:
      publisher.behave('hangs');
      await system.publish();
      await untilShown(/^temporal_worker_task_slots_used\{.*"images".*\} 1$/m);
      await temporal.workflow.getHandle(workflowIdOf(offer)).terminate();
      await untilShown(/^temporal_request_failure_total\{/m);
      publisher.behave('answers');
      // A dependency that is away:
      regions.westeurope.behave('refuses');
      const publicationId = await system.publish();
      await untilShown(/^temporal_activity_execution_failed_total\{.*"replicate".*\}/m);
      regions.westeurope.behave('answers');
      await seeThrough(system, publicationId);

      await untilShown(/^temporal_workflow_completed_total\{.*workflow_type="publication".*\} [1-9]/m);
      const shown = await metrics();
      const isShown = (name: string): boolean => new RegExp(`^${name}(_total|_count)?\\{`, 'm').test(shown);
      expect(documented()).toContain('temporal_num_pollers');
      expect(documented().filter((name) => !isShown(name))).toEqual([]);
      expect(shown).toMatch(
        /^temporal_activity_execution_latency_seconds_count\{activity_type="goLiveNow".*\} [1-9]/m,
      );
    }),
  600_000,
);

/** The figures that the table of OPERATIONS names. */
function documented(): readonly string[] {
  const text = readFileSync(join(root, 'docs/OPERATIONS.md'), 'utf8');
  return [...new Set([...text.matchAll(/^\| `(temporal_\w+)/gm)].map(([, name = '']) => name))];
}
