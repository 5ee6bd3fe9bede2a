const prefix = 'terminated.';

/** In whose name a publication is closed whose run was terminated: nobody else writes under it. */
export const terminatedRunOf = (runId: string): string => `${prefix}${runId}`;

export const isTerminatedRun = (runId: string): boolean => runId.startsWith(prefix);
