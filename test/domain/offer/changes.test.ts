import fc from 'fast-check';
import { type Change, changesBetween } from '../../../src/domain/offer/diff/changes';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { readableChange } from '../../../src/domain/text/change';
import { languages } from '../../../src/domain/text/language';
import { changed, diskUrl, goodOffer, machine, market, plan, pointer } from './good-offer';

const firstPlan = (document: OfferDocument): Record<string, unknown> =>
  valueAt(document, pointer(plan())) as Record<string, unknown>;
const secondPlan = (name: string) => ({ ...firstPlan(goodOffer()), planId: name });
const plans = (...all: readonly unknown[]): OfferDocument =>
  changed(goodOffer(), ['definition', 'plans'], all);
const kindsOf = (changes: readonly Change[]) =>
  changes.map(({ kind, place }) => [kind, place.map(({ name }) => name).at(-1)]);

it('finds nothing between a document and itself', () => {
  expect(changesBetween(goodOffer(), goodOffer())).toEqual([]);
});

it('names a changed field with its place, before and after', () => {
  const later = changed(goodOffer(), market('title'), 'Another title');

  const [change] = changesBetween(goodOffer(), later);

  expect(change).toMatchObject({
    kind: 'changed',
    pointer: pointer(market('title')),
    before: valueAt(goodOffer(), pointer(market('title'))),
    after: 'Another title',
  });
});

it('takes a plan put before another for one plan more, and nothing else', () => {
  const changes = changesBetween(goodOffer(), plans(secondPlan('premium'), firstPlan(goodOffer())));

  expect(kindsOf(changes)).toEqual([['added', 'premium']]);
});

it('points into the later document, and for what is gone into the earlier one', () => {
  const both = plans(secondPlan('premium'), firstPlan(goodOffer()));
  const changedSecond = changed(both, ['definition', 'plans', 1, 'regions'], ['AQ']);

  const [edited] = changesBetween(goodOffer(), changedSecond).filter(
    ({ place }) => place.at(-1)?.name === 'AQ',
  );
  const [removed] = changesBetween(both, goodOffer());

  expect(edited?.pointer).toBe('/definition/plans/1/regions/0');
  expect(removed).toMatchObject({ kind: 'removed', pointer: '/definition/plans/0' });
});

it('tells a new order once, without calling the entries changed', () => {
  const [one, other] = [firstPlan(goodOffer()), secondPlan('premium')];

  const changes = changesBetween(plans(one, other), plans(other, one));

  expect(kindsOf(changes)).toEqual([['reordered', 'plans']]);
});

it('tells an added image version and a changed data disk by version and LUN', () => {
  const images = { '1.0.0': { osVhdUrl: diskUrl('a'), lunVhdDetails: [{ lun: 0, vhdUrl: diskUrl('b') }] } };
  const later = {
    '1.0.0': { osVhdUrl: diskUrl('a'), lunVhdDetails: [{ lun: '0', vhdUrl: diskUrl('c') }] },
    '1.0.1': { osVhdUrl: diskUrl('d') },
  };

  const changes = changesBetween(
    changed(goodOffer(), machine('vmImages'), images),
    changed(goodOffer(), machine('vmImages'), later),
  ).map((change) => readableChange(change, 'en'));

  expect(changes.find(({ kind }) => kind === 'added')).toMatchObject({ label: '1.0.1' });
  expect(changes.find(({ label }) => label === 'Data disk address')).toMatchObject({
    within: ['Plans', expect.any(String), 'Image versions', '1.0.0', 'Data disks', '0'],
    before: 'https://contoso.blob.core.windows.net/vhds/b.vhd?********',
    after: 'https://contoso.blob.core.windows.net/vhds/c.vhd?********',
  });
});

it('says that a secret is another one without showing either', () => {
  const earlier = changed(
    goodOffer(),
    machine('vmImages', '1.0.0', 'osVhdUrl'),
    'https://x.blob/a.vhd?sig=ONE1',
  );
  const later = changed(
    goodOffer(),
    machine('vmImages', '1.0.0', 'osVhdUrl'),
    'https://x.blob/a.vhd?sig=TWO2',
  );

  const changes = changesBetween(earlier, later);

  expect(changes).toEqual([expect.objectContaining({ kind: 'changed', hidden: true })]);
  expect(readableChange(changes[0]!, 'en')).toMatchObject({
    before: 'https://x.blob/a.vhd?********',
    after: 'https://x.blob/a.vhd?******** (another secret value)',
  });
  expect(JSON.stringify(changes)).not.toMatch(/ONE1|TWO2/);
});

it('names list entries without their secrets', () => {
  const shots = (signature: string) =>
    changed(goodOffer(), market('screenshots'), [`https://x.example/s.png?sig=${signature}`]);

  const replaced = changesBetween(shots('SECRET1'), shots('SECRET2'));
  const added = changesBetween(changed(goodOffer(), market('screenshots'), []), shots('SECRET1'));

  expect(kindsOf(replaced)).toEqual([['changed', 'https://x.example/s.png?********']]);
  expect(JSON.stringify([replaced, added])).not.toContain('SECRET');
});

it.each([
  ['nothing given', undefined, null],
  ['an empty text', null, ''],
  ['an empty list', undefined, []],
])('counts %s as no difference', (_, before, after) => {
  const earlier = changed(goodOffer(), market('heroLogo'), before);
  const later = changed(goodOffer(), market('heroLogo'), after);

  expect(changesBetween(earlier, later)).toEqual([]);
});

it.each(languages)('speaks to the reader in %s', (language) => {
  const later = changed(goodOffer(), market('useEnterpriseContract'), true);

  const [change] = changesBetween(goodOffer(), later).map((each) => readableChange(each, language));

  expect(change).toMatchObject(
    {
      en: { label: 'Use the standard contract', after: 'Yes' },
      es: { label: 'Usar el contrato estándar', after: 'Sí' },
      ru: { label: 'Использовать стандартный договор', after: 'Да' },
      zh: { label: '使用标准合同', after: '是' },
    }[language],
  );
});

it('puts a whole new plan on lines, each with the name of its field', () => {
  const [change] = changesBetween(goodOffer(), plans(firstPlan(goodOffer()), secondPlan('premium'))).map(
    (each) => readableChange(each, 'en'),
  );

  expect(change).toMatchObject({ kind: 'added', label: 'premium', before: null });
  expect(change?.after).toContain('Plan id: premium\nPlan title: ');
});

it('survives any two JSON documents: the same ones are equal, and what differs is told', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (one, other) => {
        const changes = changesBetween(one, other);

        changes.forEach((change) => readableChange(change, 'en'));
        expect(changesBetween(one, JSON.parse(JSON.stringify(one)) as OfferDocument)).toEqual([]);
      },
    ),
  );
});

it('sees keys that every object inherits as plain data', () => {
  const earlier = JSON.parse('{"__proto__": {"a": 1}, "constructor": 1}') as OfferDocument;

  const changes = changesBetween(earlier, {});

  expect(kindsOf(changes)).toEqual([
    ['removed', '__proto__'],
    ['removed', 'constructor'],
  ]);
});
