import type { Context } from 'hono';
import type { ReviewDecision } from '../../../domain/publication/status';
import { tipsOf } from '../../../domain/review/decision-comments';
import type { OfferRecord } from '../../../services/ports';
import { currentPublication } from '../../publication/current-publication';
import type { AppDeps } from '../../deps';
import { identityOf } from '../../access/identity';
import { languageOf } from '../../language';
import { roundComments } from '../../reviews/round-comments';
import { wordsIn } from '../../words/words';
import { readForm } from '../forms';
import { sentForm } from '../sent-form';
import { noticeOf } from '../status/notice-of';
import { DecidePage } from './decide-page';
import { reviewView, showReview } from './show-review';

/** Sends the decision to the publication, with the open threads or the tips, and shows what came of it. */
export async function decideOnPage(deps: AppDeps, context: Context, offer: OfferRecord): Promise<Response> {
  const form = await readForm(context);
  const { isKnown, requestId } = await sentForm(deps, offer, {
    kind: 'reviewDecision',
    given: form['requestId'],
  });
  if (isKnown) return showReview(deps, context, { offer, notice: { kind: 'sentBefore' } });
  const decision: ReviewDecision = form['decision'] === 'approve' ? 'approve' : 'requestChanges';
  const comments = [...(await roundComments(deps, offer, decision)), ...tipsOf(form['text'] ?? '')];
  if (decision === 'requestChanges' && comments.length === 0) {
    const view = await reviewView(deps, context, offer);
    const words = wordsIn(languageOf(context));
    return context.html(
      <DecidePage view={view} decision={decision} comments={comments} isSilent words={words} />,
      422,
    );
  }
  const { actor } = identityOf(context);
  const before = await currentPublication(deps, offer);
  const publicationId = form['publication'] || before?.publicationId;
  const seen = publicationId === undefined ? {} : { publicationId };
  const answer = await deps.client.reviewDecision(offer, { actor, requestId, ...seen, decision, comments });
  if (before !== undefined && (answer.kind === 'accepted' || answer.kind === 'pending')) {
    const { publisherId, offerId } = offer;
    const operation = {
      operationId: requestId,
      kind: 'reviewDecision',
      publisherId,
      offerId,
      actor,
    } as const;
    await deps.catalogue.operations.create({ ...operation, publicationId: before.publicationId });
  }
  return showReview(deps, context, {
    offer,
    notice: noticeOf(answer, 'reviewDecision', { offer, status: before?.status }),
  });
}
