import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfferDocument } from '../../../../src/domain/offer/document';
import { applyForm, entryName } from '../../../../src/domain/offer/form/apply-form';
import { setAt } from '../../../../src/domain/offer/form/edit-at';
import { formOf } from '../../../../src/domain/offer/form/offer-forms-schema';
import { allPartsOf, nameOf } from '../../../../src/domain/offer/form/placed';
import { valueAt } from '../../../../src/domain/offer/pointer';
import type { Path } from '../../../../src/domain/offer/walk';
import { changed, goodOffer, machine, market, plan } from '../good-offer';
import { sentByBrowser } from './sent-by-browser';

const form = formOf('microsoft-azure-virtualmachines');
const cppDocument = JSON.parse(
  readFileSync(join(__dirname, '../cpp/vm-config.json'), 'utf8'),
) as OfferDocument;

it.each([
  ['the sample offer', goodOffer()],
  ['a document of the Cloud Partner Portal', cppDocument],
  ['an offer of nothing', { publisherId: 'contoso', id: 'linux-vm' }],
])('gives %s back untouched when nothing was changed', (_name, document) => {
  expect(applyForm(form, document, sentByBrowser(form, document))).toBe(document);
});

const anyPlace = (document: OfferDocument): fc.Arbitrary<Path> =>
  fc.constantFrom(...allPartsOf({ node: form.root, path: [], value: document }).map(({ path }) => path));

it('keeps whatever stands in a document: unknown keys, nulls, wrong types, strange texts', () => {
  const document = goodOffer();
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(anyPlace(document), fc.jsonValue({ stringUnit: 'binary' }), fc.string({ unit: 'binary' })),
        { maxLength: 4 },
      ),
      (changes) => {
        const strange = changes.reduce(
          (made, [path, value, key]) => setAt(setAt(made, path, value), [...path.slice(0, -1), key], value),
          document,
        );

        expect(applyForm(form, strange, sentByBrowser(form, strange))).toBe(strange);
      },
    ),
    { numRuns: 300 },
  );
});

it('changes the one field that was typed into and nothing else', () => {
  const document = goodOffer();
  // Of these two others depend: subcategories, and the older price block.
  const takesAlong = ['categoryL1', 'currency'];
  const fields = allPartsOf({ node: form.root, path: [], value: document }).filter(
    ({ node }) =>
      node.kind === 'field' &&
      ['text', 'url', 'email'].includes(node.control) &&
      !takesAlong.includes(node.key),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...fields),
      fc.stringMatching(/^[a-z][a-z ]{0,20}[a-z]$/),
      ({ path }, text) => {
        const saved = applyForm(form, document, sentByBrowser(form, document, { [nameOf(path)]: text }));

        expect(saved).toEqual(setAt(document, path, text));
      },
    ),
  );
});

type Row = readonly [promise: string, path: Path, typed: string | readonly string[], expected: unknown];
it.each<Row>([
  ['an emptied field takes its key away', market('wideLogo'), ' ', undefined],
  ['blanks around a short text go', market('title'), '  Web  ', 'Web'],
  ['a long text keeps its lines', market('description'), 'a\r\n\r\nb', 'a\n\nb'],
  ['a list of texts has one a line', plan('regions'), ' US \r\n\r\nDE', ['US', 'DE']],
  ['an emptied list takes its key away', plan('regions'), '', undefined],
  [
    'boxes are a list',
    machine('cloudAvailability'),
    ['', 'PublicAzure', 'Fairfax'],
    ['PublicAzure', 'Fairfax'],
  ],
  ['a box that is ticked', machine('hideSKUForSolutionTemplate'), ['', 'true'], true],
  ['a box that is not', machine('supportsAcceleratedNetworking'), '', false],
  ['a number', plan('virtualMachinePricingV2', 'coreMultiplier', 'single'), '0,5', 0.5],
  [
    'no number: kept as typed, for validation to name',
    plan('virtualMachinePricingV2', 'freeTrialDurationInMonths'),
    'two',
    'two',
  ],
  [
    'a price of one machine size',
    plan('virtualMachinePricingV2', 'coreMultiplier', 'individually', '2core'),
    '1',
    1,
  ],
  [
    'a masked secret comes back as its mask',
    market('tableLeadConfiguration', 'storageAccountConnectionString'),
    '********',
    '********',
  ],
  ['an object in a list', market('usefulLinks', 1, 'linkTitle'), 'News', 'News'],
])('%s', (_promise, path, typed, expected) => {
  const document = goodOffer();

  const saved = applyForm(form, document, sentByBrowser(form, document, { [nameOf(path)]: typed }));

  expect(valueAt(saved, decodeURI(nameOf(path)))).toEqual(expected);
});

it('edits both price blocks of a plan when they were the same, and one when they differed', () => {
  const single = plan('virtualMachinePricingV2', 'coreMultiplier', 'single');
  const both = goodOffer();
  const differing = changed(both, plan('virtualMachinePricing', 'freeTrialDurationInMonths'), 3);

  const [one, other] = [both, differing].map((document) =>
    applyForm(form, document, sentByBrowser(form, document, { [nameOf(single)]: '9' })),
  );

  expect(valueAt(one, '/definition/plans/0/virtualMachinePricing/coreMultiplier/single')).toBe(9);
  expect(valueAt(other, '/definition/plans/0/virtualMachinePricing/coreMultiplier/single')).toBe(0.02);
});

it('renames an image version in its place, and keeps the name when another version has it', () => {
  const document = changed(goodOffer(), machine('vmImages', '1.1.0'), { osVhdUrl: '' });
  const name = (version: string): string => entryName(nameOf(machine('vmImages', version)));
  const rename = (to: string): OfferDocument =>
    applyForm(form, document, sentByBrowser(form, document, { [name('1.0.0')]: to }));
  const versions = (saved: OfferDocument): readonly string[] =>
    Object.keys(valueAt(saved, decodeURI(nameOf(machine('vmImages')))) as object);

  expect(versions(rename('2.0.0'))).toEqual(['2.0.0', '1.1.0']);
  expect(versions(rename('1.1.0'))).toEqual(['1.0.0', '1.1.0']);
});

it('takes the subcategories along when their category becomes another', () => {
  const document = goodOffer();
  const category = market('categoryMap', 0, 'categoryL1');

  const saved = applyForm(form, document, sentByBrowser(form, document, { [nameOf(category)]: 'storage' }));

  expect(valueAt(saved, decodeURI(nameOf(market('categoryMap', 0))))).toEqual({
    categoryL1: 'storage',
    'categoryL2-storage': ['operating-systems'],
  });
});
