import { draftOf, withDraft } from '../../support/editor';
import { accessibilityFaults } from '../../support/html';
import { publishableOffer } from '../../support/publishable-offer';
import { pagePath, type TestApp } from '../../support/test-app';

const view = `${pagePath}/editor/json`;

const save = (test: TestApp, document: unknown, rest: Record<string, string> = {}): Promise<Response> =>
  test.browse(view, {
    etag: draftOf(test)?.etag ?? '',
    document: typeof document === 'string' ? document : JSON.stringify(document, null, 2),
    ...rest,
  });

it('shows the document as it is, and saves it as it is typed', async () => {
  const test = await withDraft();
  const changed = { ...publishableOffer(), anything: { we: ['do', 'not', 'know'] } };

  const html = await (await test.browse(view)).text();
  const answer = await save(test, changed);

  expect(accessibilityFaults(html)).toEqual([]);
  expect(html).toContain('&quot;offerTypeId&quot;: &quot;microsoft-azure-virtualmachines&quot;');
  expect(answer.headers.get('Location')).toBe(`${view}?saved`);
  expect(draftOf(test)?.draft).toEqual(changed);
});

it.each([
  [
    'broken JSON',
    '{\r\n  "id": "linux-vm"\r\n  "x": 1\r\n}',
    'Line 3, column 3: something else is expected here',
  ],
  ['a repeated key', '{"id": "linux-vm", "id": "other"}', 'Line 1, column 20: this key stands here twice.'],
  ['another offer', { ...publishableOffer(), id: 'other' }, 'must stay those of this offer'],
  [
    'another type',
    { ...publishableOffer(), offerTypeId: 'microsoft-azure-applications' },
    'must stay those of this offer',
  ],
])('keeps what was typed but saves nothing of %s, and says where', async (_what, document, text) => {
  const test = await withDraft();
  const before = draftOf(test)?.etag;

  const answer = await save(test, document);
  const html = await answer.text();

  expect(answer.status).toBe(422);
  expect(html).toContain(text);
  expect(html).toContain('&quot;id&quot;:');
  expect(draftOf(test)?.etag).toBe(before);
});

it('names the line of every problem before publishing', async () => {
  const test = await withDraft(publishableOffer({ 'microsoft-azure-marketplace.title': '' }));

  const answer = await save(test, draftOf(test)?.draft, { do: 'publish' });
  const html = await (await test.browse(answer.headers.get('Location') ?? '')).text();

  const line = JSON.stringify(draftOf(test)?.draft, null, 2)
    .split('\n')
    .findIndex((text) => text.includes('.title"'));
  expect(html).toContain(`line ${line + 1}, column`);
  expect(html).toContain('&quot;Title&quot; is missing.');
  expect(test.client.sent).toEqual([]);
});

it('goes on to the notification address when nothing is wrong', async () => {
  const test = await withDraft();

  const checked = await save(test, draftOf(test)?.draft, { do: 'publish' });
  const answer = await test.browse(checked.headers.get('Location') ?? '');

  expect(answer.headers.get('Location')).toBe(`${pagePath}/editor?publish`);
});

it('shows a conflict also of keys that no form knows', async () => {
  const test = await withDraft({ ...publishableOffer(), unknownKey: 'first' });
  const etag = draftOf(test)?.etag ?? '';
  const base = JSON.stringify(draftOf(test)?.draft);
  await save(test, { ...publishableOffer(), unknownKey: 'theirs' });

  const answer = await save(test, { ...publishableOffer(), unknownKey: 'mine' }, { etag, base });

  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('name="choice:/unknownKey"');
  expect(draftOf(test)?.draft['unknownKey']).toBe('theirs');
});
