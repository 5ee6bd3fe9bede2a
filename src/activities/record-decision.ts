import type { ReviewComment } from '../domain/publication/commands';
import type { PublicationEvent } from '../domain/publication/events';
import { decisionCodes } from '../domain/publication/unverified';
import { placeOfComment } from '../domain/review/comment-place';
import { newestFiles, nothingCompared, reviewedFiles } from '../domain/review/package-files';
import { placeText, type ReviewPlace, type ReviewThread } from '../domain/review/thread';
import type { PublicationLog, Reviews, ReviewThreads } from '../services/ports';
import { type ApprovedEvidenceRoles, keepApproval } from './certification/evidence';
import type { ControlActivities, DecidedReview } from './contract';

export type RecordDecisionRoles = ApprovedEvidenceRoles & {
  readonly publications: Pick<PublicationLog, 'events'>;
  readonly reviews: Pick<Reviews, 'close' | 'packagesOf'>;
  readonly reviewThreads: Pick<ReviewThreads, 'listOf' | 'open'>;
};

/**
 * The review's end in our own records, an approval in the signed report, and a thread for every comment that has none yet.
 * Calling twice adds nothing.
 */
export const recordDecisionActivities = (
  roles: RecordDecisionRoles,
): Pick<ControlActivities, 'recordDecision'> => ({
  async recordDecision(decided) {
    const { publicationId, step, decision, actor } = decided;
    await roles.reviews.close({ publicationId, step }, { decision, actor });
    if (decision === 'approve') await keepApproval(roles, publicationId);
    const told = await decisionTold(roles, decided);
    await openThreads(roles, decided, told);
  },
});

type Decided = Extract<PublicationEvent, { readonly kind: 'reviewDecided' }>;
type Said = Extract<PublicationEvent, { readonly kind: 'messageAdded' }>;
type Told = Decided & { readonly requestId: string };

/** The log is written beside the story, so it may tell of the decision a moment later. After a reset the last one counts. */
async function decisionTold(
  { publications }: RecordDecisionRoles,
  { publicationId, step }: DecidedReview,
): Promise<Told> {
  const events = await publications.events(publicationId);
  const told = events.findLast(
    (event): event is Decided => event.kind === 'reviewDecided' && event.step === step,
  );
  if (told === undefined) throw new Error(`The log of ${publicationId} does not tell the decision yet.`);
  return { ...told, requestId: requestOf(events.slice(0, events.indexOf(told)), told) };
}

/** The message it came with stands before it. */
function requestOf(events: readonly PublicationEvent[], { actor }: Decided): string {
  const accepted = events.findLast(
    (event): event is Said =>
      event.kind === 'messageAdded' &&
      decisionCodes.includes(event.message.code) &&
      event.message.params['actor'] === actor,
  );
  return String(accepted?.message.params['requestId'] ?? '');
}

async function openThreads(
  { reviews, reviewThreads }: RecordDecisionRoles,
  { publicationId, offerVersion, ...offer }: DecidedReview,
  { at, actor, comments = [], requestId }: Told,
): Promise<void> {
  if (comments.length === 0) return;
  const { publisherId, offerId } = offer;
  const key = { publisherId, offerId };
  const packages = await reviews.packagesOf(key, offerVersion);
  // What a path alone means is in the newest package; only what is not there is looked for in all.
  const files = [newestFiles(packages), reviewedFiles(packages, nothingCompared)];
  const said = new Set((await reviewThreads.listOf(key, 'open')).flatMap(saidIn));
  const round = Date.parse(at).toString(36);
  for (const [index, comment] of comments.entries()) {
    const place = placeOfComment(comment, files);
    if (comment.message.trim() === '' || said.has(nameOf(place, comment.message))) continue;
    const commentId = `${publicationId}.${round}.${index}`;
    const { message: text } = comment;
    const spoken = { commentId, publicationId, actor, side: 'reviewer', text, requestId } as const;
    await reviewThreads.open(key, place, spoken);
  }
}

/** A request for changes repeats what stands in open threads. */
const saidIn = ({ place, comments }: ReviewThread): readonly string[] =>
  comments.filter(({ side }) => side === 'reviewer').map(({ text }) => nameOf(place, text));

const nameOf = (place: ReviewPlace, text: ReviewComment['message']): string => `${placeText(place)}\n${text}`;
