import type { RuleDescription } from '../../certification/rule';
import type { FindingTexts } from '../../text/findings/finding-text';
import { offerAddressFindings } from '../../text/findings/offer-address-findings';
import { offerContentFindings } from '../../text/findings/offer-content-findings';
import { offerFieldFindings } from '../../text/findings/offer-field-findings';
import { offerLiveFindings } from '../../text/findings/offer-live-findings';
import { offerPackageFindings } from '../../text/findings/offer-package-findings';
import { contentRules } from './described/content-rules';
import type { Described } from './described/described';
import { fieldRules } from './described/field-rules';
import { liveRules } from './described/live-rules';
import { packageRules } from './described/package-rules';

/** Of the offer document: they need the live version beside it. */
export const liveRuleIds: ReadonlySet<string> = new Set(
  liveRules.map(({ id }) => id).filter((id) => id !== 'offer.data-disk-count-changed'),
);

const texts: FindingTexts = {
  ...offerFieldFindings,
  ...offerAddressFindings,
  ...offerContentFindings,
  ...offerLiveFindings,
  ...offerPackageFindings,
};

/** Every rule of the offer document as people read it. One function may check several of them, and several one. */
export const describedOfferRules: readonly RuleDescription[] = [
  ...fieldRules,
  ...contentRules,
  ...liveRules,
  ...packageRules,
].flatMap(withTexts);

function withTexts(described: Described): readonly RuleDescription[] {
  const text = texts[described.id];
  return text === undefined ? [] : [{ severity: 'error', ...described, ...text }];
}
