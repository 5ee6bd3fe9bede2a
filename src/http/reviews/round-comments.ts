import type { ReviewComment } from '../../domain/publication/commands';
import type { ReviewDecision } from '../../domain/publication/status';
import { commentsOfThreads } from '../../domain/review/decision-comments';
import type { OfferRecord } from '../../services/ports';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { offerPage } from '../offers/offer-key';

/** What a decision without comments carries: a request for changes, those of the open threads. */
export async function roundComments(
  deps: AppDeps,
  offer: OfferRecord,
  decision: ReviewDecision,
): Promise<readonly ReviewComment[]> {
  if (decision === 'approve') return [];
  const threads = await deps.catalogue.reviewThreads.listOf(offer, 'open');
  const publication = await currentPublication(deps, offer);
  return commentsOfThreads(threads, {
    publicationId: publication?.publicationId ?? '',
    page: `${deps.settings.publicUrl}${offerPage(offer, 'review')}`,
  });
}
