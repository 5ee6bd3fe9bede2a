import type { OfferModel, PlanModel } from '../offer/model';
import { applicationKey, machineKey, stagedKey } from '../offer/parts';

/** Every text of the offer that is HTML, and where it stands in the document. */
export function listingHtml(
  offer: OfferModel,
): readonly { readonly html: string; readonly pointer: string }[] {
  return [
    { html: offer.descriptionHtml, pointer: '/definition/offer/microsoft-azure-marketplace.description' },
    ...(offer.terms.kind === 'own'
      ? [{ html: offer.terms.html, pointer: '/definition/offer/microsoft-azure-marketplace.termsOfUse' }]
      : []),
    ...offer.plans.map(({ kind, descriptionHtml }, index) => {
      const key = keyOf[kind]('skuDescription');
      return { html: descriptionHtml, pointer: `/definition/plans/${index}/${key}` };
    }),
  ];
}

const keyOf: Readonly<Record<PlanModel['kind'], (name: string) => string>> = {
  machine: machineKey,
  solutionTemplate: applicationKey,
  managedApplication: applicationKey,
  service: stagedKey,
};
