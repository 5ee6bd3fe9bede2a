import { isClaimedDecision, isClaimedVote, markUnverified } from '../../domain/publication/unverified';
import type { ReviewItem } from '../../services/ports';
import type { AppDeps } from '../deps';

/** Of those who signed this version off or decided about it, the names that raw signals only claim. */
export async function claimedIn(
  { catalogue: { publications, operations } }: AppDeps,
  item: ReviewItem | undefined,
): Promise<readonly string[]> {
  if (item === undefined) return [];
  const publication = await publications.find(item.publicationId);
  if (publication === undefined) return [];
  const status = markUnverified(publication.status, await operations.actorsOf([publication.publicationId]));
  const { signedOffBy, decidedBy } = item;
  return [
    ...signedOffBy.filter((actor) => isClaimedVote(status, actor)),
    ...(decidedBy !== null && isClaimedDecision(status, decidedBy) ? [decidedBy] : []),
  ];
}
