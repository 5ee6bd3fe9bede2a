import { evolve } from '../../../src/domain/publication/evolve';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import type { Invariant } from './invariant';
import { type LoggedPublication, loggedPublications } from './logged-publications';

/** Every publication that failed shows what has to be resolved, on the step where it stopped (I7). */
export const everyFailureIsTold: Invariant = async (system) =>
  (await loggedPublications(system))
    .filter(isUntold)
    .map(({ publicationId }) => `I7 ${publicationId} failed and shows no finding on a blocked step`);

function isUntold({ events }: LoggedPublication): boolean {
  const status = events.reduce<PublicationStatus | undefined>(evolve, undefined);
  if (status?.status !== 'failed') return false;
  return !status.steps.some((step) => step.status === 'blocked' && step.findings.length > 0);
}
