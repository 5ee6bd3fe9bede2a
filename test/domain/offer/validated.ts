import type { Finding } from '../../../src/domain/certification/finding';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { findingText } from '../../../src/domain/text/findings/findings';
import { changed, diskUrl, goodOffer, machine, now, plan } from './good-offer';

export const validate = (document: OfferDocument, previous?: OfferDocument): readonly Finding[] =>
  validateOffer(document, { now, trustedOrigins: [], ...(previous === undefined ? {} : { previous }) });

export const rulesOf = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ ruleId }) => ruleId);
export const wordsOf = (finding: Finding): string => Object.values(findingText(finding, 'en')).join(' ');
export const image = (name: string, disks = 0): Record<string, unknown> => ({
  osVhdUrl: diskUrl(name),
  lunVhdDetails: Array.from({ length: disks }, (_, lun) => ({ lun, vhdUrl: diskUrl(`${name}-${lun}`) })),
});
export const withImages = (images: Record<string, unknown>): OfferDocument =>
  changed(goodOffer(), machine('vmImages'), images);
export const price = (core: unknown, byol = false): OfferDocument =>
  changed(goodOffer(), plan('virtualMachinePricingV2'), { isByol: byol, coreMultiplier: core });

export const live = withImages({ '1.0.0': image('a'), '1.2.0': image('b') });
