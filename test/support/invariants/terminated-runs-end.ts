import type { WorkflowExecutionDescription } from '@temporalio/client';
import { tableRows } from '../table-rows';
import type { RealSystem } from '../real-system';
import { until } from '../until';
import { hadItsTime } from './housekeeping-time';

/**
 * A terminated run tells nobody of its end: the offer's next publication or housekeeping closes its publication (I7).
 * One that housekeeping has had no time for yet is no fault; it may be asking Temporal about it at this very moment.
 */
export async function terminatedFaults(
  { databaseUrl }: RealSystem,
  { workflowId, runId, status, closeTime = new Date() }: WorkflowExecutionDescription,
  patienceMs: number,
): Promise<readonly string[]> {
  const ownLog = (): Promise<OpenLog | undefined> => openLogOf(databaseUrl, runId);
  const isOverdue = (log: OpenLog): boolean => log.checkedAt > closeTime || hadItsTime(closeTime);
  const log = await ownLog();
  if (log === undefined || !isOverdue(log)) return [];
  const isClosed = await until(
    'housekeeping closes it',
    async () => (await ownLog()) === undefined,
    patienceMs,
  ).catch(() => false);
  return isClosed
    ? []
    : [`I7 ${workflowId}: the run is ${status.name}, and ${log.publicationId} is shown as if it went on`];
}

type OpenLog = { readonly publicationId: string; readonly checkedAt: Date };

/** Closing gives the publication another newest run. */
async function openLogOf(databaseUrl: string, runId: string): Promise<OpenLog | undefined> {
  const [open] = await tableRows<OpenLog>(
    databaseUrl,
    `select publication_id as "publicationId", checked_at as "checkedAt" from publication
     where newest_run_id = '${runId}' and opened_at is not null and ended_at is null`,
  );
  return open;
}
