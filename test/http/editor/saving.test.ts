import { draftOf, editor, etagOf, market, sendForm, withDraft } from '../../support/editor';
import { publishableOffer } from '../../support/publishable-offer';
import { sessionCookie } from '../../support/test-app';
import { valueAt } from '../../../src/domain/offer/pointer';

it('saves what was changed and tells so; what was not sent stays', async () => {
  const test = await withDraft();

  const answer = await test.browse(editor, {
    etag: etagOf(test),
    do: 'save',
    [market('title')]: 'Another title',
  });

  expect(answer.headers.get('Location')).toBe(`${editor}?saved`);
  expect(draftOf(test)?.draft).toEqual(
    publishableOffer({ 'microsoft-azure-marketplace.title': 'Another title' }),
  );
  expect(await (await test.browse(`${editor}?saved`)).text()).toContain('The draft is saved.');
});

it('adds an entry and comes back to it, with everything else that was typed', async () => {
  const test = await withDraft();

  const answer = await test.browse(editor, {
    etag: etagOf(test),
    do: 'add:/definition/plans',
    [market('title')]: 'Typed before',
  });

  expect(answer.headers.get('Location')).toBe(`${editor}?saved#/definition/plans/1`);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Typed before');
  expect(await (await test.browse(editor)).text()).toContain('id="/definition/plans/1"');
});

it('saves no draft that the API would not take back', async () => {
  const test = await withDraft();
  const before = etagOf(test);

  const answer = await test.browse(editor, {
    etag: before,
    [market('description')]: 'x'.repeat(1024 * 1024),
  });

  expect(answer.status).toBe(413);
  expect(etagOf(test)).toBe(before);
});

it('says that there is nothing when the offer was discarded meanwhile', async () => {
  const test = await withDraft();
  const etag = etagOf(test);
  const { offers } = test.catalogue;
  offers.saveDraft = async () => {
    test.catalogue.drafts.clear();
    return { kind: 'conflict', etag: '' };
  };

  const answer = await test.browse(editor, { etag, [market('title')]: 'Too late' });

  expect(answer.status).toBe(404);
});

it('takes no form from another site, and none from a token that may only read', async () => {
  const test = await withDraft();
  const Cookie = await sessionCookie(test.app);
  const body = new URLSearchParams({ etag: etagOf(test), [market('title')]: 'Evil' });

  const foreign = await test.app.request(editor, {
    method: 'POST',
    headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' },
    body,
  });
  const nobody = await test.app.request(editor, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body,
  });

  expect([foreign.status, nobody.status]).toEqual([403, 401]);
  expect(valueAt(draftOf(test)?.draft, market('title'))).toBe('Contoso Linux Web Server');
});

it.each([
  ['no form at all', 'text/plain', 'x'],
  [
    'a form without its end',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="etag"\r\n\r\nW',
  ],
  ['more text than a form can have', 'application/x-www-form-urlencoded', `a=${'x'.repeat(9 * 1024 * 1024)}`],
])('saves nothing of %s, and says so', async (_what, type, body) => {
  const test = await withDraft();
  const before = etagOf(test);

  const answer = await sendForm(test, body, { 'Content-Type': type });

  expect(answer.status).toBe(413);
  expect(etagOf(test)).toBe(before);
});
