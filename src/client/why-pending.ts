import { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

/**
 * Why a stored message, or a query, has no answer yet. `noAnswer`: no worker is up, it is slow, or the server was away for a
 * moment; it passes by itself. `runFails`: every worker that takes up the run fails in it, so an operator has to look.
 */
export type WhyPending = 'noAnswer' | 'runFails';

/** Undefined for an error that asking again would only repeat. */
export function whyPending(error: unknown): WhyPending | undefined {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return 'noAnswer';
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!isGrpcServiceError(cause)) return undefined;
  if (cause.code === failedPrecondition && taskFails.test(cause.details)) return 'runFails';
  if (cause.code === failedPrecondition && noWorker.test(cause.details)) return 'noAnswer';
  return transient.includes(cause.code) ? 'noAnswer' : undefined;
}

/** The server's own words; it has no codes for them. */
const taskFails = /workflow task in failed state/i;
const noWorker = /no poller seen/i;

// gRPC status codes: https://grpc.io/docs/guides/status-codes/
const failedPrecondition = 9;
const transientCodes = {
  cancelled: 1,
  unknown: 2,
  deadlineExceeded: 4,
  resourceExhausted: 8,
  aborted: 10,
  internal: 13,
  unavailable: 14,
};
const transient: readonly number[] = Object.values(transientCodes);
