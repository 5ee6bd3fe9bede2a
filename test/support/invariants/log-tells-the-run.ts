import { isDeepStrictEqual } from 'node:util';
import type { WorkflowExecutionDescription, WorkflowExecutionInfo, WorkflowHandle } from '@temporalio/client';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { waitingOf } from '../../../src/domain/publication/waiting';
import type { PublicationResult } from '../../../src/workflows/closing';
import type { publication } from '../../../src/workflows/publication';
import type { Invariant } from './invariant';
import { terminatedFaults } from './terminated-runs-end';
import type { RealSystem } from '../real-system';
import { until } from '../until';

/** Within less than a round of housekeeping, which would mend what the run itself did not bring to its log. */
const toldWithinMs = 45_000;

/** The newest run of every offer has ended or waits for a person (I7), and the log comes to say the same (I8). */
export const logTellsTheRun: Invariant = async (system, patienceMs) => {
  const runs = await newestRuns(system);
  const found = await Promise.all(runs.map((run) => judge(system, run, patienceMs)));
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
  system: RealSystem,
  { workflowId, runId }: WorkflowExecutionInfo,
  patienceMs: number,
): Promise<readonly string[]> {
  const handle = system.temporal.workflow.getHandle<typeof publication>(workflowId, runId);
  const run = await atRest(handle, patienceMs);
  if (['TERMINATED', 'TIMED_OUT'].includes(run.status.name)) return terminatedFaults(system, run, patienceMs);
  const result = run.status.name === 'COMPLETED' ? await handle.result() : undefined;
  // Nobody could make anything of its input, so it has no publication that a log could tell of.
  if (result !== undefined && result.publicationId === undefined) return refusalFaults(run, result);
  return compare(system, run, { handle, patienceMs });
}

/** Once it has ended or waits for somebody, or else at last: a run whose end is in the log may still send its mails. */
async function atRest(
  handle: WorkflowHandle<typeof publication>,
  patienceMs: number,
): Promise<WorkflowExecutionDescription> {
  let run = await handle.describe();
  await until(
    `${handle.workflowId} comes to rest`,
    async () => {
      run = await handle.describe();
      return (
        run.status.name !== 'RUNNING' ||
        waitingOf(await handle.query<PublicationStatus>('status')) !== undefined
      );
    },
    patienceMs,
  ).catch(() => undefined);
  return run;
}

const refusalFaults = (
  { workflowId }: WorkflowExecutionDescription,
  { outcome, findings = [] }: PublicationResult,
): readonly string[] =>
  outcome === 'failed' && findings.length > 0
    ? []
    : [`I7 ${workflowId}: ended as ${outcome} without a publication and without a finding`];

async function compare(
  { catalogue }: RealSystem,
  { workflowId, status }: WorkflowExecutionDescription,
  {
    handle,
    patienceMs,
  }: { readonly handle: WorkflowHandle<typeof publication>; readonly patienceMs: number },
): Promise<readonly string[]> {
  const ofRun = await handle.query<PublicationStatus>('status');
  let ofLog: PublicationStatus | undefined;
  const isSame = await until(
    'the log says what the run says',
    async () => {
      ofLog = (await catalogue.publications.find(ofRun.publicationId))?.status;
      return isDeepStrictEqual(ofLog, ofRun);
    },
    Math.min(patienceMs, toldWithinMs),
  ).catch(() => false);
  const offer = await catalogue.offers.find(ofRun);
  return [
    ...(isSame ? [] : [`I8 ${workflowId}: the log is behind: ${shown(ofLog)} instead of ${shown(ofRun)}`]),
    // A start that was refused touches no offer.
    ...(ofRun.pipeline === null || offer?.status === ofRun.status
      ? []
      : [`I8 ${workflowId}: the offer shows ${offer?.status}`]),
    ...(status.name === 'COMPLETED' || waitingOf(ofRun) !== undefined
      ? []
      : [`I7 ${workflowId}: the run is ${status.name} and its publication ${ofRun.status}`]),
  ];
}

function shown(status: PublicationStatus | undefined): string {
  if (status === undefined) return 'nothing';
  const steps = status.steps.map((step) => `${step.id} ${step.status} (${step.messageCount} messages)`);
  return `${status.status}: ${steps.join(', ')}, changed ${status.changedAt}`;
}
