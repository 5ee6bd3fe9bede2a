import fc from 'fast-check';
import type { OfferDocument } from '../../../../src/domain/offer/document';
import { differencesOf, mergeDrafts } from '../../../../src/domain/offer/form/merge-drafts';
import { changed, goodOffer, market, plan } from '../good-offer';

const base = goodOffer();
const title = market('title');
const summary = market('summary');

it('tells who changed what since both began', () => {
  const mine = changed(changed(base, title, 'Mine'), summary, 'Mine');
  const theirs = changed(changed(base, title, 'Theirs'), plan('regions'), ['US']);

  const found = differencesOf({ base, mine, theirs });

  expect(found.map(({ path, changedBy }) => [path.at(-1), changedBy])).toEqual([
    [title.at(-1), 'both'],
    [summary.at(-1), 'me'],
    ['regions', 'them'],
  ]);
});

it('loses nothing when each keeps what only they changed', () => {
  const mine = changed(base, title, 'Mine');
  const theirs = changed(base, summary, 'Theirs');

  const merged = mergeDrafts(
    { theirs },
    differencesOf({ base, mine, theirs }),
    ({ changedBy }) => changedBy !== 'them',
  );

  expect(merged).toEqual(changed(mine, summary, 'Theirs'));
});

it('knows plans by their ids: another order is no difference, a new plan is one', () => {
  const withPlans = (...plans: readonly unknown[]): OfferDocument =>
    changed(base, ['definition', 'plans'], plans);
  const [one, two] = [{ planId: 'one' }, { planId: 'two', skuTitle: 'Two' }];
  const mine = withPlans(two, one, { planId: 'mine' });
  const theirs = withPlans(one, { ...two, skuTitle: 'Second' });

  const found = differencesOf({ base: withPlans(one, two), mine, theirs });
  const merged = mergeDrafts({ theirs }, found, ({ changedBy }) => changedBy === 'me');

  expect(found.map(({ path, changedBy }) => [path.slice(2).join('/'), changedBy])).toEqual([
    ['two/skuTitle', 'them'],
    ['mine', 'me'],
  ]);
  expect(merged).toEqual(withPlans(one, { planId: 'two', skuTitle: 'Second' }, { planId: 'mine' }));
});

it('all mine is mine, all theirs is theirs, whatever the two documents are', () => {
  const json = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(json, json, (mine, theirs) => {
      const found = differencesOf({ base: undefined, mine, theirs });

      expect(
        differencesOf({ base: undefined, mine, theirs: mergeDrafts({ theirs }, found, () => true) }),
      ).toEqual([]);
      expect(mergeDrafts({ theirs }, found, () => false)).toBe(theirs);
    }),
  );
});
