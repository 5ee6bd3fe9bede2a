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
    if (actor === undefined || repeats.has(entry.message.code) || actors.get(String(requestId)) === actor)
      return entry;
    return { ...entry, message: { ...entry.message, params: { ...entry.message.params, unverified: 1 } } };
  };
  return {
    ...status,
    steps: status.steps.map((step) => ({ ...step, messages: step.messages.map(marked) })),
  };
}

/** They decide nothing and name somebody whose own message stands above, or in an earlier publication. */
const repeats: ReadonlySet<string> = new Set([
  'message.alreadyVoted',
  'certification.exceptionApproved',
  'certification.exceptionStands',
]);
