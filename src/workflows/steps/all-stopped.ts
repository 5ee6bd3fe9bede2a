import { isCancellation } from '@temporalio/workflow';
import type { PublicationRun } from '../run';

/**
 * Waits until every one of these has really ended, then gives all results or throws: clean-up must not begin while
 * a sibling is still writing. A cancellation wins over other failures, because it is why they failed.
 */
export async function allStopped<T>(run: PublicationRun, work: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(work);
  run.stopIfCanceled();
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
  if (failures.length > 0) throw failures.find(isCancellation) ?? failures[0];
  return settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
