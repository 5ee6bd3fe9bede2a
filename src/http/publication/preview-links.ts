import type { OfferKey } from '../../domain/offer/ids';
import { linksNow } from '../../domain/product-page/storefront-links';
import type { PublicationStatus } from '../../domain/publication/status';
import type { AppDeps } from '../deps';
import { allowListOf } from '../product/access';

export type PersonalLink = { readonly subscription: string; readonly uri: string };

const lifetimeMs = 7 * 24 * 3600 * 1000;

/** One link per allow-listed subscription, while the preview waits for its sign-off. Made when read; no token is ever stored. */
export async function personalPreviewLinks(
  { catalogue, previewTokens, clock, settings }: AppDeps,
  { publisherId, offerId }: OfferKey,
  status: PublicationStatus,
): Promise<readonly PersonalLink[]> {
  const { offerVersion, endedAt } = status;
  const [preview] = linksNow(settings.publicUrl, status).previewLinks;
  if (preview === undefined || offerVersion === null || endedAt !== null) return [];
  const offer = { publisherId, offerId };
  const expires = new Date(clock().getTime() + lifetimeMs);
  const subscriptions = await allowListOf(catalogue, offer, offerVersion);
  return Promise.all(
    subscriptions.map(async (subscription) => {
      const token = await previewTokens.issue({ ...offer, subscriptionId: subscription }, expires);
      return { subscription, uri: `${preview.uri}?token=${encodeURIComponent(token)}` };
    }),
  );
}
