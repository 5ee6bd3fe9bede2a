import type { WorkflowHandle } from '@temporalio/client';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import type { Scenario } from './scenario';

const usual = (): FakePublicationActivities => fakePublicationActivities();

/** Starts by other services that end before any effect. */
export const startScenarios: readonly Scenario[] = [
  {
    name: 'failed-wrong-input',
    activities: usual,
    play: (bench) =>
      started(bench, bench.handle().workflowId, { ...bench.offer, notificationEmails: ['nobody'] }),
  },
  {
    name: 'failed-foreign-workflow-id',
    activities: usual,
    play: (bench) =>
      started(bench, foreignId(bench), { ...bench.offer, notificationEmails: ['ann@contoso.com'] }),
    kept: (bench) => Promise.resolve<WorkflowHandle>(bench.temporal.workflow.getHandle(foreignId(bench))),
  },
];

const foreignId = ({ offer: { offerId } }: PublicationBench): string => `nightly-build.${offerId}`;

async function started(
  { temporal, taskQueue }: PublicationBench,
  workflowId: string,
  input: object,
): Promise<unknown> {
  const handle = await temporal.workflow.start('publication', { workflowId, taskQueue, args: [input] });
  return handle.result();
}
