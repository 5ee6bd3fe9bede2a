import { draftOf, editor, etagOf, market, withDraft } from '../../support/editor';
import { accessibilityFaults, unescaped } from '../../support/html';
import { publishableOffer } from '../../support/publishable-offer';
import { valueAt } from '../../../src/domain/offer/pointer';

it('shows a conflict field by field, saves nothing before the choice, and then exactly the choice', async () => {
  const test = await withDraft();
  const [etag, base] = [etagOf(test), JSON.stringify(draftOf(test)?.draft)];
  await test.browse(editor, {
    etag,
    do: 'save',
    [market('title')]: 'Theirs',
    [market('summary')]: 'Their summary',
  });
  const theirs = draftOf(test)?.draft;

  const conflict = await test.browse(editor, {
    etag,
    base,
    do: 'publish',
    [market('title')]: 'Mine',
    [market('longSummary')]: 'Only mine',
  });
  const html = await conflict.text();
  const unsaved = draftOf(test)?.draft;
  const hidden = (name: string): string =>
    unescaped(new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '');
  await test.browse(`${editor}/conflict`, {
    etag: hidden('etag'),
    theirs: hidden('theirs'),
    mine: hidden('mine'),
    do: 'save',
    [`choice:${market('title')}`]: 'theirs',
    [`choice:${market('summary')}`]: 'theirs',
    [`choice:${market('longSummary')}`]: 'mine',
  });

  expect(conflict.status).toBe(409);
  expect(accessibilityFaults(html)).toEqual([]);
  expect(unsaved).toEqual(theirs);
  // Who alone changed a field is chosen already; of what both changed, the sender's own.
  expect(html).toMatch(/name="choice:[^"]*longSummary" value="mine" checked/);
  expect(html).toMatch(/name="choice:[^"]*\.summary" value="theirs" checked/);
  expect(html).toMatch(/Changed by both/);
  expect(draftOf(test)?.draft).toEqual(
    publishableOffer({
      'microsoft-azure-marketplace.title': 'Theirs',
      'microsoft-azure-marketplace.summary': 'Their summary',
      'microsoft-azure-marketplace.longSummary': 'Only mine',
    }),
  );
});

it('asks once more when the draft changes while somebody chooses', async () => {
  const test = await withDraft();
  const seen = JSON.stringify(draftOf(test)?.draft);
  const mine = JSON.stringify(publishableOffer({ 'microsoft-azure-marketplace.title': 'Mine' }));
  const etag = etagOf(test);
  await test.browse(editor, { etag, do: 'save', [market('summary')]: 'Newer' });

  const answer = await test.browse(`${editor}/conflict`, { etag, theirs: seen, mine, do: 'allMine' });

  expect(answer.status).toBe(409);
  expect(valueAt(draftOf(test)?.draft, market('summary'))).toBe('Newer');
  expect(await answer.text()).toMatch(/name="choice:[^"]*\.summary" value="theirs" checked/);
});
