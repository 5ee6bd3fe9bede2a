import { editor, etagOf, linkTo, withDraft } from '../../support/editor';
import { pagePath, sessionCookie } from '../../support/test-app';

it('asks for the notification address when nothing is wrong, then starts and leads to Status', async () => {
  const test = await withDraft();

  const asked = await test.browse(editor, { etag: etagOf(test), do: 'publish' });
  const html = await (await test.browse(asked.headers.get('Location') ?? '')).text();
  const answer = await test.browse(`${editor}/publish`, {
    etag: etagOf(test),
    emails: 'ann@contoso.com, bob@contoso.com',
    notes: 'Sign in as demo.\r\nNo cost.',
  });

  expect(html).toContain('Which e-mail address gets all notices');
  expect(answer.headers.get('Location')).toBe(`${pagePath}/status`);
  expect(test.client.sent).toEqual([
    expect.objectContaining({
      name: 'publish',
      input: expect.objectContaining({
        notificationEmails: ['ann@contoso.com', 'bob@contoso.com'],
        certificationNotes: 'Sign in as demo.\nNo cost.',
      }) as object,
    }),
  ]);
  expect(test.catalogue.operationRows).toHaveLength(1);
});

it.each([
  ['an address that is none', { emails: 'nobody' }, 422, 'Enter 1 to 20 e-mail addresses'],
  [
    'notes that are too long',
    { emails: 'ann@contoso.com', notes: 'x'.repeat(501) },
    422,
    'more than 500 characters',
  ],
  [
    'a draft that changed since it was checked',
    { emails: 'ann@contoso.com', etag: 'W/"older"' },
    409,
    'Somebody else changed',
  ],
])('starts nothing with %s', async (_what, fields, status, text) => {
  const test = await withDraft();

  const answer = await test.browse(`${editor}/publish`, { etag: etagOf(test), ...fields });

  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(text);
  expect(test.client.sent).toEqual([]);
});

it('keeps the notes that came with an address that is none', async () => {
  const test = await withDraft();

  const refused = await test.browse(`${editor}/publish`, {
    etag: etagOf(test),
    emails: 'nobody',
    notes: 'Sign in as <demo>.',
  });

  expect(await refused.text()).toContain('Sign in as &lt;demo&gt;.</textarea>');
});

it('asks for the address in another language, also after one that was none', async () => {
  const test = await withDraft();

  const refused = await test.browse(`${editor}/publish`, { etag: etagOf(test), emails: 'nobody' });
  const link = linkTo('es', await refused.text());
  const answer = await test.browse(`${editor}/publish${link}`);
  const Cookie = `${await sessionCookie(test.app)}; ${answer.headers.get('Set-Cookie')?.split(';')[0]}`;
  const asked = await test.app.request(answer.headers.get('Location') ?? '', { headers: { Cookie } });
  const html = await asked.text();

  expect(html).toContain('<html lang="es">');
  expect(html).toContain('name="emails"');
});
