import type { ClientAnswer } from '../../client';
import { isSamePerson } from '../../domain/access/same-person';
import type { BoardVerdict, ReviewItem } from '../../services/ports';
import { hasTaken } from '../cpp/send-message';
import type { AppDeps } from '../deps';
import { sealedUuid } from '../idempotency/idempotency-key';

/** `later`: it cannot be said yet; the same question again is harmless. */
type PassedOn = { readonly outcome: 'decided' | 'refused' | 'nothing' | 'later'; readonly why: string };

type Decided = Extract<BoardVerdict, { readonly kind: 'decided' }>;
type Found = { readonly verdict: Decided; readonly item: ReviewItem; readonly requestId: string };

/** Asks the board what it says of an item now, and tells the publication when that is a decision. */
export async function passOn(deps: AppDeps, itemId: string): Promise<PassedOn> {
  const verdict = await deps.outsideBoard?.board.read(itemId);
  if (verdict === undefined) return nothing('The item is gone, or none of ours.');
  if (verdict.kind === 'open') return nothing('Its state is no decision.');
  if (verdict.kind === 'closed') return nothing('Its review has ended.');
  const item = await deps.catalogue.reviews.find(verdict.review);
  if (item === undefined) return nothing('No publication of ours has this review.');
  // Somebody may have copied an item with its tags; only the one we know counts.
  if (item.workItem === null) return later('The review is being opened.');
  if (item.workItem.id !== itemId) return elsewhere(deps, itemId, item.workItem.url);
  const found = { verdict, item, requestId: requestIdOf(deps, item, verdict) };
  return (await known(deps, found)) ?? (await notYet(deps, found)) ?? send(deps, found);
}

async function elsewhere({ outsideBoard }: AppDeps, itemId: string, url: string): Promise<PassedOn> {
  await outsideBoard?.board.tell(itemId, `nothing counts that is decided here. The review is ${url}`);
  return nothing('Another item is the one of this review.');
}

/** The same for the same change of the same item, and nobody can guess it: whoever did could use it up beforehand. */
const requestIdOf = (
  { settings }: AppDeps,
  { publicationId, workItem }: ReviewItem,
  { revision }: Decided,
): string =>
  sealedUuid(JSON.stringify([workItem?.board, workItem?.id, revision, publicationId]), settings.sessionKey);

/** Decided before: by this very change, which may lack its record, or otherwise. */
async function known(deps: AppDeps, found: Found): Promise<PassedOn | undefined> {
  const { item, requestId } = found;
  if ((await deps.catalogue.operations.find(item, requestId)) !== undefined) return decided;
  if (item.decidedAt === null) return undefined;
  const publication = await deps.catalogue.publications.find(item.publicationId);
  if (publication === undefined || !hasTaken(publication, 'reviewDecision', requestId))
    return nothing('The review has ended.');
  return recorded(deps, found);
}

/**
 * A publication that does not wait yet would refuse, for good: its first answer to a message is its answer for ever.
 * So nothing is sent before it waits. The run is asked, because its log can be an instant ahead of it.
 */
async function notYet(deps: AppDeps, { item }: Found): Promise<PassedOn | undefined> {
  const status = await deps.client.status(item);
  if (status === undefined || status.publicationId !== item.publicationId || status.endedAt !== null)
    return nothing('The publication has ended.');
  const step = status.steps.find(({ id }) => id === item.step)?.status;
  if (step === 'waitingForApproval') return undefined;
  return step === 'notStarted' || step === 'inProgress'
    ? later('The publication does not wait for the review yet.')
    : nothing('The publication does not wait for this review any more.');
}

async function send(deps: AppDeps, found: Found): Promise<PassedOn> {
  const { verdict, item, requestId } = found;
  const { decision, comments } = verdict;
  const answer = await deps.client.reviewDecision(item, {
    requestId,
    actor: actorOf(found),
    publicationId: item.publicationId,
    decision,
    comments,
  });
  switch (answer.kind) {
    case 'accepted':
      return recorded(deps, found);
    case 'pending':
      return later('The publication has not answered yet.');
    case 'noPublication':
      return nothing('The publication has ended.');
    case 'refused':
      return refused(deps, found, answer);
  }
}

/** Reviewers think that they have decided; nobody looks for refusals in the history of a hook. */
async function refused(
  { outsideBoard }: AppDeps,
  { verdict: { actor, revision }, item }: Found,
  { code, message }: Extract<ClientAnswer, { readonly kind: 'refused' }>,
): Promise<PassedOn> {
  const why = refusals[message.params['expected'] ?? ''] ?? `The publication refused it (${code}).`;
  const text = `the decision of ${actor} (revision ${revision}) does not count. ${why}`;
  await outsideBoard?.board.tell(item.workItem?.id ?? '', text);
  return { outcome: 'refused', why };
}

const refusals: Readonly<Record<string, string>> = {
  anotherActor: 'Who signed off may not decide: somebody else has to set the state.',
};

/** Four eyes are two people however their names are written. */
const actorOf = ({ verdict: { actor }, item: { signedOffBy } }: Found): string =>
  signedOffBy.find((name) => isSamePerson(name, actor)) ?? actor;

async function recorded(deps: AppDeps, found: Found): Promise<PassedOn> {
  const { publisherId, offerId, publicationId } = found.item;
  await deps.catalogue.operations.create({
    operationId: found.requestId,
    kind: 'reviewDecision',
    publisherId,
    offerId,
    publicationId,
    actor: actorOf(found),
  });
  return decided;
}

const decided: PassedOn = { outcome: 'decided', why: 'The publication has the decision.' };
const nothing = (why: string): PassedOn => ({ outcome: 'nothing', why });
const later = (why: string): PassedOn => ({ outcome: 'later', why });
