import type { PublicationStatus, StepMessage } from './status';

/**
 * The status with every message marked (`unverified: 1` in its params) whose actor is a mere claim. Whoever may
 * signal the run can write any name; true is what API or portal recorded under the message's requestId.
 * `actors`: requestId -> actor, as recorded.
 */
export function markUnverified(
  status: PublicationStatus,
  actors: ReadonlyMap<string, string>,
): PublicationStatus {
  const marked = (entry: StepMessage): StepMessage => {
    const { actor, requestId } = entry.message.params;
    if (actor === undefined || onlyRepeats(entry.message.code) || actors.get(String(requestId)) === actor)
      return entry;
    return { ...entry, message: { ...entry.message, params: { ...entry.message.params, unverified: 1 } } };
  };
  return {
    ...status,
    steps: status.steps.map((step) => ({ ...step, messages: step.messages.map(marked) })),
  };
}

/** Whether there is anything to mark: most of a publication's life nobody has told it anything. */
export const namesActors = ({ steps }: Told): boolean =>
  steps.some(({ messages }) => messages.some(({ message }) => message.params['actor'] !== undefined));

/** Whether this vote, or this reviewer's decision, was marked: as the newest message tells that it was accepted with. */
export const isClaimedVote = (status: Told, actor: string): boolean =>
  isClaimed(status, actor, ['goLive.voted', 'goLive.scheduled', 'goLive.accepted']);

export const isClaimedDecision = (status: Told, actor: string): boolean =>
  isClaimed(status, actor, decisionCodes);

/** What tells that a reviewer's decision was accepted. */
export const decisionCodes: readonly string[] = ['review.approved', 'review.changesRequested'];

/** Such messages decide nothing and name somebody whose own message stands above, or in an earlier publication. */
export const onlyRepeats = (code: string | undefined): boolean => code !== undefined && repeats.has(code);

type Told = Pick<PublicationStatus, 'steps'>;

function isClaimed({ steps }: Told, actor: string, codes: readonly string[]): boolean {
  const told = steps
    .flatMap(({ messages }) => messages)
    .findLast(({ message: { code, params } }) => codes.includes(code) && params['actor'] === actor);
  return told?.message.params['unverified'] !== undefined;
}

const repeats: ReadonlySet<string> = new Set([
  'message.alreadyVoted',
  'certification.exceptionApproved',
  'certification.exceptionStands',
]);
