import type { OfferKey } from '../offer/ids';
import type { Storefront } from '../publication/pipeline';
import type { Link, PublicationStatus } from '../publication/status';

/** Where the preview is seen. Without a token: that is made for its reader when a link is shown or sent. */
export function previewLinks(publicUrl: string, offer: OfferKey, title: string): readonly Link[] {
  return [{ text: title, uri: `${publicUrl}${previewPathOf(offer)}` }];
}

const previewPathOf = ({ publisherId, offerId }: OfferKey): string => `/preview/${publisherId}/${offerId}`;

/** Where customers find the offer, one link per storefront. */
export function liveLinks(
  publicUrl: string,
  offer: OfferKey,
  storefronts: readonly Storefront[],
): readonly Link[] {
  return storefronts.map((storefront) => ({
    text: storefrontNames[storefront],
    uri: `${publicUrl}/${storefrontPaths[storefront]}/${offer.publisherId}/${offer.offerId}`,
  }));
}

/** The same for whoever knows the publication alone: at the site where its preview was put up. */
export function liveLinksOf(status: PublicationStatus): readonly Link[] {
  const [preview] = status.previewLinks;
  const path = previewPathOf(status);
  const publicUrl = preview?.uri.endsWith(path) === true ? preview.uri.slice(0, -path.length) : '';
  return liveLinks(publicUrl, status, status.pipeline?.storefronts ?? []);
}

/** A publication's links as they are now: the log keeps them as they were, and the site may have moved since. */
export function linksNow(
  publicUrl: string,
  status: PublicationStatus,
): Pick<PublicationStatus, 'previewLinks' | 'liveLinks'> {
  const storefronts = status.pipeline?.storefronts ?? [];
  return {
    previewLinks: status.previewLinks.flatMap(({ text }) => previewLinks(publicUrl, status, text)),
    liveLinks: status.liveLinks.length === 0 ? [] : liveLinks(publicUrl, status, storefronts),
  };
}

/** First segment of a storefront's addresses. */
export const storefrontPaths: Readonly<Record<Storefront, string>> = {
  azureMarketplace: 'marketplace',
  azurePortal: 'portal-gallery',
  appSource: 'appsource',
};

/** Names of shops, the same in every language. */
export const storefrontNames: Readonly<Record<Storefront, string>> = {
  azureMarketplace: 'Azure Marketplace',
  azurePortal: 'Azure portal',
  appSource: 'AppSource',
};
