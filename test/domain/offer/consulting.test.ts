import type { OfferDocument } from '../../../src/domain/offer/document';
import { draftTemplate } from '../../../src/domain/offer/form/draft-template';
import { formOf } from '../../../src/domain/offer/form/offer-forms-schema';
import { blocksOf } from '../../../src/domain/offer/form/sections';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import type { Path } from '../../../src/domain/offer/walk';
import { productPageOf } from '../../../src/domain/product-page/product-page-of';
import { completed } from '../../../src/domain/publication/cpp/cpp-offer';
import { findingText } from '../../../src/domain/text/findings/findings';
import { languages } from '../../../src/domain/text/language';
import { messageText } from '../../../src/domain/text/publication/publication';
import { consulting, goodConsulting } from './good-consulting';
import { changed, market, now } from './good-offer';

const found = (document: OfferDocument): readonly string[] =>
  validateOffer(document, { now, trustedOrigins: [] }).map(({ ruleId }) => ruleId);

describe('a consulting service', () => {
  it('is complete without a plan, a disk or a package', () => {
    expect(found(goodConsulting())).toEqual([]);
  });

  it.each<[string, Path, unknown, string]>([
    ['no lead destination', market('leadDestination'), undefined, 'offer.lead-destination-needed'],
    ['leads that go nowhere', market('leadDestination'), 'None', 'offer.lead-destination-needed'],
    ['an empty lead destination', market('leadDestination'), ' ', 'offer.lead-destination-needed'],
    ['a title without its duration', market('title'), 'Linux review', 'offer.consulting-title'],
    ['another kind in its title', market('title'), 'Linux: 2-Week Workshop', 'offer.consulting-title'],
    ['no kind', consulting('serviceType'), undefined, 'offer.field-missing'],
    ['an unknown kind', consulting('serviceType'), 'Magic', 'offer.choice-unknown'],
    ['no duration', consulting('duration'), '', 'offer.field-missing'],
    ['a duration nobody can compare', consulting('duration'), 'a while', 'offer.field-invalid'],
    ['no country', consulting('countries'), [], 'offer.list-empty'],
    ['a country that is none', consulting('countries', 0), 'Utopia', 'offer.country-invalid'],
    ['no price', consulting('pricing'), undefined, 'offer.field-missing'],
    ['no amount', consulting('pricing', 'amount'), undefined, 'offer.field-missing'],
    ['no currency', consulting('pricing', 'currency'), '', 'offer.field-missing'],
  ])('is not complete with %s', (_name, path, value, ruleId) => {
    expect(found(changed(goodConsulting(), path, value))).toContain(ruleId);
  });

  it('is free without an amount', () => {
    expect(found(changed(goodConsulting(), consulting('pricing'), { priceModel: 'free' }))).toEqual([]);
  });

  it('tells its publisher why leads are needed, and how the title ends', () => {
    const document = changed(
      changed(goodConsulting(), market('leadDestination'), 'None'),
      market('title'),
      'X',
    );

    const told = validateOffer(document, { now, trustedOrigins: [] }).map((finding) =>
      findingText(finding, 'en'),
    );

    expect(told.map(({ message }) => message)).toEqual([
      'The title does not say how long the engagement takes and what it is: it ends with ": 2-Week Assessment".',
      'This type of offer needs a lead destination: customers can only ask for it, and nobody would hear of them.',
    ]);
  });

  it('says what it is on its page, and offers nothing to deploy', () => {
    const read = readOffer(goodConsulting());
    if (read.kind !== 'read') throw new Error('a good offer is read');

    const page = productPageOf(read.offer, { images: [], digestOf: String, sanitise: (html) => html });

    expect(page.plans).toEqual([]);
    expect(page.facts).toEqual([
      { field: 'serviceType', value: 'Assessment' },
      { field: 'duration', value: '2-Week' },
      { field: 'countries', value: 'US, DE' },
      { field: 'priceModel', value: 'fixed' },
      { field: 'amount', value: '4000 USD' },
    ]);
  });

  it('begins with a form that has no plans and names every gap', () => {
    const form = formOf('consulting-services');
    const draft = draftTemplate(form, {
      publisherId: 'contoso',
      offerId: 'new',
      offerType: 'consulting-services',
    });

    const labels = blocksOf(form, draft).map(({ node }) => node.label);
    expect(labels).toEqual(expect.arrayContaining(['serviceType', 'duration', 'countries', 'priceModel']));
    expect(labels).not.toContain('plans');
    expect(found(draft).length).toBeGreaterThan(15);
  });

  it('is completed for the Cloud Partner Portal’s API with nothing that spoils it', () => {
    const whole = completed(goodConsulting(), 'consulting-services');

    expect(found(whole)).toEqual([]);
    expect(completed(whole, 'consulting-services')).toEqual(whole);
  });

  it.each(languages)('asks nobody to deploy its preview: %s', (language) => {
    const usual = messageText({ code: 'preview.open', params: {} }, language);
    const own = messageText({ code: 'preview.open', params: { terms: 'consulting' } }, language);

    expect(own).not.toBe(usual);
    expect(own).not.toMatch(/deploy|despl|implement|развёрт|部署/i);
  });
});
