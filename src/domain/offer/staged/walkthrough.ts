import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import type { Section } from '../field-schemas';
import { marketplaceFieldSection } from '../marketplace-schema';
import { stagedKey } from '../parts';
import type { RuleContext } from '../rules/rule';
import { validateOffer } from '../validate-offer';

/** The four pages that must be green before an offer of the 2015 portal can be pushed to staging. */
export const walkthroughParts = ['plans', 'marketing', 'pricing', 'supportAndLegal'] as const;
export type WalkthroughPart = (typeof walkthroughParts)[number];

export type WalkthroughCheck = {
  readonly part: WalkthroughPart;
  /** Nothing is missing or wrong; warnings may remain. */
  readonly isGreen: boolean;
  readonly findings: readonly Finding[];
};

/** The draft against the rules of an offer, sorted into the four pages. Pure, and never throws. */
export const walkthrough = (
  document: OfferDocument,
  context: Omit<RuleContext, 'document'>,
): readonly WalkthroughCheck[] => sortedIntoParts(validateOffer(document, context));

/** Every finding belongs to exactly one part, so that four green parts and a valid offer are the same. */
export function sortedIntoParts(findings: readonly Finding[]): readonly WalkthroughCheck[] {
  return walkthroughParts.map((part) => {
    const own = findings.filter((finding) => partOf(finding) === part);
    return { part, isGreen: own.every(({ severity }) => severity !== 'error'), findings: own };
  });
}

/** By where the field stands. What concerns the whole offer stands with the plans, which come first. */
function partOf({ target }: Finding): WalkthroughPart {
  const [, holder, place, ...rest] = (target.pointer ?? '').split('/').slice(0, 5);
  if (holder !== 'definition') return 'plans';
  if (place === 'offer' && rest[0] !== stagedKey('kind')) {
    // Groups, such as the settings of a lead destination, have no section of their own.
    return partOfSection[marketplaceFieldSection(rest[0] ?? '') ?? 'overview'];
  }
  return place === 'plans' && priceKeys.includes(rest[1] ?? '') ? 'pricing' : 'plans';
}

const partOfSection: Readonly<Record<Section, WalkthroughPart>> = {
  offerSettings: 'plans',
  plans: 'plans',
  technical: 'plans',
  pricing: 'pricing',
  overview: 'marketing',
  artwork: 'marketing',
  preview: 'marketing',
  leads: 'marketing',
  legal: 'supportAndLegal',
  support: 'supportAndLegal',
};

/** Of a plan: what it costs, and in which countries it is sold. */
const priceKeys: readonly string[] = [
  'virtualMachinePricing',
  'virtualMachinePricingV2',
  'staged-offer.pricing',
  'regions',
];
