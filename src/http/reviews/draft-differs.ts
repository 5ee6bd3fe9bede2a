import { changesBetween } from '../../domain/offer/diff/changes';
import { maskSecrets } from '../../domain/offer/secrets';
import { completed } from '../../domain/publication/cpp/cpp-offer';
import { reviewersEdit } from '../../domain/publication/draft-editors';
import type { OfferRecord, ReviewItem } from '../../services/ports';
import type { AppDeps } from '../deps';

/**
 * Whether the draft that reviewers correct is another than the version they decide about: an approval publishes what was
 * frozen. Words are compared; a secret that was set anew is nothing they could have corrected.
 */
export async function draftDiffers(
  { catalogue }: Pick<AppDeps, 'catalogue'>,
  offer: OfferRecord,
  item: ReviewItem | undefined,
): Promise<boolean> {
  if (item === undefined || item.decidedAt !== null || !reviewersEdit(offer)) return false;
  const frozen = await catalogue.offers.findVersion(offer, item.offerVersion);
  if (frozen === undefined) return false;
  // A draft is read with its secrets masked, a frozen version with their ids.
  const before = completed(maskSecrets(frozen.document), offer.offerType);
  return changesBetween(before, completed(offer.draft, offer.offerType)).length > 0;
}
