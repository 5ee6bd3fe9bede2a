import type { Context } from 'hono';
import type { Finding } from '../../../domain/certification/finding';
import { may } from '../../../domain/access/identity';
import { decide } from '../../../domain/publication/decide';
import { reviewedFields } from '../../../domain/review/fields';
import type { ReviewPlace } from '../../../domain/review/thread';
import type { OfferRecord, ReviewItem } from '../../../services/ports';
import { currentPublication } from '../../publication/current-publication';
import { certificateOf } from '../../certification/certificate';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { titleOf } from '../../offers/offer-title';
import { approversOf } from '../../reviews/approvers';
import { claimedIn } from '../../reviews/claimed';
import { draftDiffers } from '../../reviews/draft-differs';
import { filesOf, reviewOf } from '../../reviews/reviewed';
import { mayAnswer } from '../../reviews/speaker';
import { wordsIn } from '../../words/words';
import { ReviewPage } from './review-page';
import { type ReviewReader, type ReviewView, type WholeReview, wholeOffer } from './view';

type Shown = {
  readonly offer: OfferRecord;
  readonly notice?: WholeReview['notice'];
  readonly commentOn?: ReviewPlace;
};

/** The Review page of an offer; after a form, with a notice of what came of it. */
export async function showReview(
  deps: AppDeps,
  context: Context,
  { offer, notice, commentOn = wholeOffer }: Shown,
): Promise<Response> {
  const view = await reviewView(deps, context, offer);
  const language = languageOf(context);
  const { item } = view;
  const version = item && (await deps.catalogue.offers.findVersion(offer, item.offerVersion));
  const whole: WholeReview = {
    ...view,
    files: await filesOf(deps, offer, item),
    fields: version === undefined ? [] : reviewedFields(version.document, language),
    findings: await findingsOf(deps, item),
    commentOn,
    notice,
  };
  const isRefused = notice === 'badText' || (notice !== undefined && notice.kind === 'refused');
  return context.html(<ReviewPage view={whole} words={wordsIn(language)} />, isRefused ? 409 : 200);
}

/** The review the address names, and what this reader may do about it. */
export async function reviewView(deps: AppDeps, context: Context, offer: OfferRecord): Promise<ReviewView> {
  const item = await reviewOf(deps, offer, context.req.query('publication'));
  const [threads, reader, certification, claimed, differs] = await Promise.all([
    deps.catalogue.reviewThreads.listOf(offer),
    readerOf(deps, context, { offer, item }),
    item === undefined ? null : certificateOf(deps, item.publicationId),
    claimedIn(deps, item),
    draftDiffers(deps, offer, item),
  ]);
  const isOverdue =
    item !== undefined && item.decidedAt === null && Date.parse(item.dueAt) < deps.clock().getTime();
  const title = item?.title ?? titleOf(offer);
  return {
    offer,
    title,
    item,
    claimed,
    threads,
    reader,
    certification,
    isOverdue,
    draftDiffers: differs,
  };
}

/** Asks the publication's own decision table, so that the button and the answer cannot differ. */
async function readerOf(
  deps: AppDeps,
  context: Context,
  { offer, item }: { readonly offer: OfferRecord; readonly item: ReviewItem | undefined },
): Promise<ReviewReader> {
  const identity = identityOf(context);
  const { publisherId } = offer;
  const publication = await currentPublication(deps, offer);
  const isApprover = may(identity, await approversOf(deps, offer), publisherId);
  const isCurrent =
    item !== undefined && item.decidedAt === null && publication?.publicationId === item.publicationId;
  return {
    isReviewer: may(identity, 'review', publisherId),
    mayAnswer: mayAnswer(identity, offer),
    mayDecide: isApprover && isCurrent && decidable(publication.status, identity.actor, deps.clock()),
  };
}

function decidable(
  status: Parameters<typeof decide>[0],
  actor: string,
  now: Date,
): ReviewReader['mayDecide'] {
  const wouldSay = (who: string): string =>
    decide(
      status,
      { name: 'reviewDecision', decision: 'approve', comments: [], actor: who, requestId: 'would-it-go' },
      now.toISOString(),
    ).answer.kind;
  if (wouldSay(actor) === 'accepted') return true;
  return wouldSay('somebody else') === 'accepted' ? 'fourEyes' : false;
}

/** Of every report that was made for it. */
async function findingsOf({ catalogue }: AppDeps, item: ReviewItem | undefined): Promise<readonly Finding[]> {
  const reports = await Promise.all((item?.reportIds ?? []).map((id) => catalogue.reports.find(id)));
  return reports.flatMap((report) => report?.findings ?? []);
}
