import type { OfferKey } from '../../domain/offer/ids';
import { type ReviewedFile, reviewedFiles } from '../../domain/review/package-files';
import type { ReviewItem } from '../../services/ports';
import type { AppDeps } from '../deps';

/** The review of this publication; without one, the newest of the offer: what waits is always the newest. */
export async function reviewOf(
  { catalogue }: AppDeps,
  offer: OfferKey,
  publicationId: string | undefined,
): Promise<ReviewItem | undefined> {
  const items = await catalogue.reviews.listOf(offer);
  return publicationId === undefined ? items[0] : items.find((item) => item.publicationId === publicationId);
}

/** The files reviewers look at; none for offers without packages. */
export async function filesOf(
  { catalogue }: AppDeps,
  item: ReviewItem | undefined,
): Promise<readonly ReviewedFile[]> {
  if (item === undefined) return [];
  return reviewedFiles(await catalogue.reviews.packagesOf(item, item.offerVersion));
}

/** In which attempt somebody speaks: the one that is reviewed, else the newest there was. */
export async function spokenIn(deps: AppDeps, offer: OfferKey): Promise<string | undefined> {
  const item = await reviewOf(deps, offer, undefined);
  if (item !== undefined) return item.publicationId;
  const [newest] = await deps.catalogue.publications.listOf(offer);
  return newest?.publicationId;
}
