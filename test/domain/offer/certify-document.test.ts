import { certifyDocument, documentRules, validationTests } from '../../../src/domain/offer/certify-document';
import { maskSecrets } from '../../../src/domain/offer/secrets';
import type { ListedPicture } from '../../../src/domain/certification/listing/picture-facts';
import type { OfferDocument } from '../../../src/domain/offer/document';
import type { RulesOutcome } from '../../../src/domain/certification/run-rules';
import type { TestResult } from '../../../src/domain/certification/test-result';
import { goodApplication, inPackage } from './good-application';
import { changed, goodOffer, machine, market, now } from './good-offer';

const certify = (document: OfferDocument, pictures: readonly ListedPicture[] = []): RulesOutcome =>
  certifyDocument({ document, now, pictures, answered: [] }, documentRules);
const resultOf = ({ tests }: RulesOutcome, id: string): TestResult['result'] | undefined =>
  tests.find(({ ruleId }) => ruleId === id)?.result;
const named = ({ tests }: RulesOutcome, result: TestResult['result']): readonly string[] =>
  tests.filter((test) => test.result === result).map(({ ruleId }) => ruleId);

it('passes a good offer, and says which rules could not run', () => {
  const outcome = certify(goodOffer());

  expect(outcome.findings).toEqual([]);
  expect(outcome.tests.map(({ ruleId }) => ruleId)).toEqual(documentRules.map(({ id }) => id));
  expect(named(outcome, 'notRun')).toEqual([
    'offer.secret-missing',
    'offer.identity-changed',
    'offer.live-plan-removed',
    'offer.plan-made-private',
    'offer.billing-model-changed',
    'offer.currency-changed',
    'offer.monthly-price-raised',
    'offer.price-raised',
    'offer.region-price-changed',
    'offer.image-version-not-greater',
    'offer.live-image-changed',
    'app.url.zip-name',
    'app.url.reading',
    'listing.link.dead',
    'listing.picture.format',
    'listing.picture.whole',
    'listing.picture.size',
    'listing.picture.ratio',
  ]);
});

it('gives every rule that found something its own verdict', () => {
  const document = [
    [market('title'), 'Contoso 🚀'],
    [market('summary'), 'Coming soon'],
    [machine('vmImages', '1.0.0', 'osVhdUrl'), 'https://contoso.blob.core.windows.net/vhds/web.vhd'],
  ].reduce((before, [place, value]) => changed(before, place as [], value), goodOffer());

  const outcome = certify(document);

  expect(named(outcome, 'fail')).toEqual(['sas.url.query', 'listing.title.emoji']);
  expect(named(outcome, 'warn')).toEqual(['listing.text.promise']);
});

it('judges the address of a package as one, and no disks where there are none', () => {
  const fine = certify(goodApplication());
  const page = changed(
    goodApplication(),
    inPackage('packageVersion', 'packageFile'),
    'https://contoso.com/site',
  );

  const outcome = certify(page);

  expect(named(fine, 'pass')).toEqual(expect.arrayContaining(['app.url.zip-name', 'sas.expiry']));
  expect(resultOf(fine, 'sas.url.vhd-name')).toBe('notRun');
  expect(outcome.findings).toMatchObject([{ ruleId: 'app.url.zip-name', actual: 'site' }]);
  expect(named(outcome, 'fail')).toEqual(['app.url.zip-name']);
});

it('judges pictures where there are some', () => {
  const picture = { format: 'svg', size: null, isWhole: true } as const;

  const outcome = certify(goodOffer(), [{ role: 'smallLogo', pointer: '/x', picture }]);

  expect(resultOf(outcome, 'listing.picture.format')).toBe('fail');
  expect(resultOf(outcome, 'listing.picture.size')).toBe('pass');
});

it('takes the masks of an exported document for the secrets they stand for', () => {
  const outcome = certify(maskSecrets(goodOffer()));

  expect(outcome.findings).toEqual([]);
});

it('says nothing of the rest where the offer type is unknown', () => {
  const outcome = certify({ ...goodOffer(), offerTypeId: 'contoso-teapots' });

  expect(named(outcome, 'fail')).toEqual(['offer.type-unknown']);
  expect(named(outcome, 'pass')).toEqual([]);
});

it('keeps to the rules that were asked for', () => {
  const rules = documentRules.filter(({ id }) => id === 'listing.title.emoji');
  const document = changed(
    changed(goodOffer(), market('title'), 'Contoso 🚀'),
    market('summary'),
    'Coming soon',
  );

  const { findings, tests } = certifyDocument({ document, now, pictures: [], answered: [] }, rules);

  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['listing.title.emoji']);
  expect(tests).toEqual([{ ruleId: 'listing.title.emoji', aliases: [], result: 'fail' }]);
});

it('keeps of every rule that validation did not run why it was not', () => {
  const tests = validationTests(goodOffer(), [], false);

  const whyOf = (id: string) => tests.find(({ ruleId }) => ruleId === id)?.why;
  expect(tests.filter(({ result, why }) => (result === 'notRun') !== (why !== undefined))).toEqual([]);
  expect([whyOf('listing.link.dead'), whyOf('listing.picture.size'), whyOf('app.url.zip-name')]).toEqual([
    { code: 'linksNotCalled' },
    { code: 'picturesLater' },
    { code: 'noAddress' },
  ]);
});
