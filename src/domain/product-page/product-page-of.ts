import type { ApplicationPlanModel, OfferModel, PlanModel } from '../offer/model';
import type { ApplicationPlan, PageImage, ProductPage, ProductPlan } from './product-page';

/** What the page needs beside the offer's own words; looked up, fetched and cleaned by `packageProduct`. */
export type PageParts = {
  readonly images: readonly PageImage[];
  /** Digest of each artefact, by its id. */
  readonly digestOf: (artefactId: string) => string;
  readonly sanitise: (html: string) => string;
};

/** Combines the listing and the technical content into what customers see. */
export function productPageOf(offer: OfferModel, { images, digestOf, sanitise }: PageParts): ProductPage {
  return {
    publisherId: offer.publisherId,
    offerId: offer.offerId,
    title: offer.title,
    summary: offer.summary,
    longSummary: offer.longSummary,
    descriptionHtml: sanitise(offer.descriptionHtml),
    privacyUrl: httpUrl(offer.privacyUrl),
    termsHtml: offer.terms.kind === 'own' ? sanitise(offer.terms.html) : '',
    standardContract: offer.terms.kind === 'standardContract',
    usefulLinks: offer.usefulLinks.filter(({ uri }) => httpUrl(uri) !== ''),
    support: { ...offer.support, url: httpUrl(offer.support.url) },
    categories: offer.categories,
    images,
    ...(offer.facts === undefined ? {} : { facts: offer.facts }),
    plans: offer.plans.filter(({ hidden }) => !hidden).map((plan) => planOf(plan, digestOf, sanitise)),
  };
}

function planOf(
  plan: PlanModel,
  digestOf: PageParts['digestOf'],
  sanitise: PageParts['sanitise'],
): ProductPlan {
  const words = {
    planId: plan.planId,
    title: plan.title,
    summary: plan.summary,
    descriptionHtml: sanitise(plan.descriptionHtml),
  };
  if (plan.kind === 'service') {
    const { kind, endpoints, documentationUrl } = plan;
    return { ...words, kind, endpoints, documentationUrl: httpUrl(documentationUrl) };
  }
  if (plan.kind !== 'machine') return { ...words, kind: plan.kind, versions: packagesOf(plan, digestOf) };
  return {
    ...words,
    osFamily: plan.osFamily,
    osName: plan.osName,
    recommendedSizes: plan.recommendedSizes,
    versions: plan.versions.map(({ version, osDisk, dataDisks }) => ({
      version,
      osDisk: digestOf(osDisk),
      dataDisks: dataDisks.map(({ lun, artefactId }) => ({ lun, digest: digestOf(artefactId) })),
    })),
  };
}

const packagesOf = (
  { versions }: ApplicationPlanModel,
  digestOf: PageParts['digestOf'],
): ApplicationPlan['versions'] =>
  versions.map(({ packageId, ...version }) => ({ ...version, digest: digestOf(packageId) }));

/** A second lock behind validation: a page never links to `javascript:` and the like. */
function httpUrl(url: string): string {
  return /^https?:\/\//i.test(url) ? url : '';
}
