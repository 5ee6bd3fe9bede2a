const prefix = 'terminated.';
const successorPrefix = 'closed-by.';

/** In whose name a publication is closed whose run was terminated: nobody else writes under it. */
export const terminatedRunOf = (runId: string): string => `${prefix}${runId}`;

export const isTerminatedRun = (runId: string): boolean => runId.startsWith(prefix);

/** The same where the offer's next publication came first. */
export const closedByRunOf = (successorId: string): string => `${successorPrefix}${successorId}`;

/** Closed in the place of its run, by whomever. */
export const isForcedRun = (runId: string): boolean =>
  isTerminatedRun(runId) || runId.startsWith(successorPrefix);
