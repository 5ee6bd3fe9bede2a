import { situationOf } from '../domain/publication/situation';
import type { PublicationStatus } from '../domain/publication/status';

/** What pipelines branch on; never renumbered. */
export const exitCodes = {
  ok: 0,
  ourFault: 1,
  usage: 2,
  validation: 3,
  certification: 4,
  canceled: 5,
  timeout: 6,
  conflict: 7,
  unreachable: 8,
  changesRequested: 9,
  /** As shells count: 128 and the number of the signal. */
  interrupted: 130,
  pipeClosed: 141,
} as const;

export const exitCodesHelp = `
Exit codes:
  0  done, live, or still on its way
  1  a fault of the system
  2  the command line is wrong, there is no such offer, or the token may not do this
  3  validation found errors
  4  certification or a later step found errors
  5  canceled
  6  the time given with --timeout is over
  7  refused in the present state, or somebody else changed it first
  8  the API, or the storage an image is read from, does not answer
  9  the reviewers request changes`;

/** How a publication stands, as an exit code; an open one is no error. */
export function exitCodeOf(status: PublicationStatus): number {
  switch (situationOf(status)) {
    case 'failed':
      return isValidationFailure(status) ? exitCodes.validation : exitCodes.certification;
    case 'ownFailure':
      return exitCodes.ourFault;
    case 'canceled':
      return exitCodes.canceled;
    case 'changesRequested':
      return exitCodes.changesRequested;
    case 'draft':
    case 'inProgress':
    case 'awaitingSignOff':
    case 'goLiveScheduled':
    case 'inReview':
    case 'live':
      return exitCodes.ok;
  }
}

function isValidationFailure({ steps, pipeline }: PublicationStatus): boolean {
  const blocked = steps.find(({ status }) => status === 'blocked');
  const planned = pipeline?.steps.find(({ id }) => id === blocked?.id);
  // Without a pipeline it failed before there was a version: that is validation too.
  return planned === undefined || planned.stages.includes('validate');
}
