import { isSamePerson } from '../access/same-person';
import type { Command } from './commands';
import type { PublicationStatus } from './status';

/** Who reviewed the offer does not sign it off, and who signed it off does not review it, whichever comes first. */
export function mustLeaveToOthers(status: PublicationStatus, name: Command['name']): readonly string[] {
  switch (name) {
    case 'goLive':
      return reviewersOf(status);
    case 'reviewDecision':
      return status.goLive.votes;
    case 'withdrawGoLive':
    case 'cancel':
    case 'notificationEmails':
      return [];
  }
}

/**
 * The same message by the name its sender has reviewed or voted under before; itself where there is no such name. A second
 * vote under another name is the first one again.
 */
export function underKnownName(status: PublicationStatus, command: Command): Command {
  const { name, actor } = command;
  const voters = name === 'goLive' ? status.goLive.votes : [];
  const names = [...mustLeaveToOthers(status, name), ...voters];
  const known = names.find((each) => isSamePerson(each, actor)) ?? actor;
  return known === actor ? command : { ...command, actor: known };
}

/** An exception in certification is no review of the offer. */
function reviewersOf({ review, pipeline }: PublicationStatus): readonly string[] {
  const step = pipeline?.steps.find(({ id }) => id === review?.step);
  return review !== null && step?.stages.includes('review') === true ? [review.actor] : [];
}
