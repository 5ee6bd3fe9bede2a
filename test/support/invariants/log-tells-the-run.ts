import { isDeepStrictEqual } from 'node:util';
import type { WorkflowExecutionInfo } from '@temporalio/client';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import type { Invariant } from '../invariants';
import type { RealSystem } from '../real-system';
import { until } from '../until';

const waiting: readonly PublicationStatus['status'][] = ['waitingForPublisherReview'];

/** The newest run of every offer has ended or waits for a person (I7), and the log says the same within 5 s (I8). */
export const logTellsTheRun: Invariant = async (system) => {
  const found = await Promise.all((await newestRuns(system)).map((run) => judge(system, run)));
  return found.flat();
};

async function newestRuns({ temporal }: RealSystem): Promise<readonly WorkflowExecutionInfo[]> {
  const newest = new Map<string, WorkflowExecutionInfo>();
  for await (const run of temporal.workflow.list({ query: 'WorkflowType = "publication"' })) {
    const known = newest.get(run.workflowId);
    if (known === undefined || known.startTime < run.startTime) newest.set(run.workflowId, run);
  }
  return [...newest.values()];
}

async function judge(
  { temporal, catalogue }: RealSystem,
  { workflowId, runId }: WorkflowExecutionInfo,
): Promise<readonly string[]> {
  const handle = temporal.workflow.getHandle(workflowId, runId);
  const { status } = await handle.describe();
  // Nobody tells of its end but the next publication.
  if (status.name === 'TERMINATED') return [];
  const ofRun = await handle.query<PublicationStatus>('status');
  let ofLog: PublicationStatus | undefined;
  const isSame = await until(
    'the log says what the run says',
    async () => {
      ofLog = (await catalogue.publications.find(ofRun.publicationId))?.status;
      return isDeepStrictEqual(ofLog, ofRun);
    },
    5000,
  ).catch(() => false);
  const offer = await catalogue.offers.find(ofRun);
  return [
    ...(isSame ? [] : [`I8 ${workflowId}: the log is behind: ${shown(ofLog)} instead of ${shown(ofRun)}`]),
    ...(offer?.status === ofRun.status ? [] : [`I8 ${workflowId}: the offer shows ${offer?.status}`]),
    ...(status.name === 'COMPLETED' || waiting.includes(ofRun.status)
      ? []
      : [`I7 ${workflowId}: the run is ${status.name} and its publication ${ofRun.status}`]),
  ];
}

function shown(status: PublicationStatus | undefined): string {
  if (status === undefined) return 'nothing';
  const steps = status.steps.map((step) => `${step.id} ${step.status} (${step.messageCount} messages)`);
  return `${status.status}: ${steps.join(', ')}, changed ${status.changedAt}`;
}
