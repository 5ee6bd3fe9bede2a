import type { OfferModel } from '../offer/model';

/** Every text of the offer that is HTML, and where it stands in the document. */
export function listingHtml(
  offer: OfferModel,
): readonly { readonly html: string; readonly pointer: string }[] {
  return [
    { html: offer.descriptionHtml, pointer: '/definition/offer/microsoft-azure-marketplace.description' },
    ...(offer.terms.kind === 'own'
      ? [{ html: offer.terms.html, pointer: '/definition/offer/microsoft-azure-marketplace.termsOfUse' }]
      : []),
    ...offer.plans.map(({ descriptionHtml }, index) => ({
      html: descriptionHtml,
      pointer: `/definition/plans/${index}/microsoft-azure-virtualmachines.skuDescription`,
    })),
  ];
}
