import type { OfferRecord, PublicationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/** The newest publication of an offer, open or ended. */
export async function currentPublication(
  { catalogue }: AppDeps,
  offer: OfferRecord,
): Promise<PublicationRecord | undefined> {
  if (offer.currentPublicationId !== null) return catalogue.publications.find(offer.currentPublicationId);
  const [newest] = await catalogue.publications.listOf(offer);
  return newest;
}
