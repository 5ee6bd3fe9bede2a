/** Three rounds: one that had just passed by, the one that saw it, and one more because a round can be long. */
export const housekeepingMs = 3 * 60_000;

/** Housekeeping has been due to see what is so since then. */
export const hadItsTime = (since: Date): boolean => Date.now() - since.getTime() > housekeepingMs;
