import { judge } from '../../../src/domain/certification/finding';
import { validationTests } from '../../../src/domain/offer/certify-document';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { describedOfferRules } from '../../../src/domain/offer/rules/described-rules';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { changed, goodOffer, market, now } from './good-offer';

/** Whoever looks into it meets a mistake of ours. */
const trap: OfferDocument = {
  ...goodOffer(),
  get definition(): never {
    throw new TypeError('Cannot read properties of undefined');
  },
};

it('lets no crash of a rule hide what the others find, and asks for a reviewer', () => {
  const document = changed(goodOffer(), market('title'), 'Contoso 🚀');

  const findings = validateOffer(document, { now, trustedOrigins: [], previous: trap });

  const crashes = findings.filter(({ ruleId }) => ruleId === 'certification.rule-crashed');
  expect(findings.map(({ ruleId }) => ruleId)).toContain('listing.title.emoji');
  expect(crashes.length).toBeGreaterThan(0);
  expect(judge(crashes)).toBe('reviewRequired');
  expect(crashes.map(({ params }) => params['rule'])).toContain('offer.livePrices');
});

it('calls none of the rules on documents passed where one of their functions crashed', () => {
  const document = goodOffer();
  const findings = validateOffer(document, { now, trustedOrigins: [], previous: trap });
  const own = new Set(describedOfferRules.map(({ id }) => id));

  const tests = validationTests(document, findings, true).filter(({ ruleId }) => own.has(ruleId));

  expect([...new Set(tests.map(({ result }) => result))]).toEqual(['notRun']);
});
