import { listedOffer } from '../../support/listed-offer';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

async function withDraft(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  return test;
}

describe('DELETE of an offer', () => {
  it('discards the draft', async () => {
    const { api, catalogue } = await withDraft();

    const answer = await api('DELETE', offerPath);

    expect(answer.status).toBe(204);
    expect(catalogue.drafts.size).toBe(0);
    expect((await api('DELETE', offerPath)).status).toBe(404);
  });

  it.each(['wasShown', 'runOpen'] as const)('is refused with the reason when %s', async (why) => {
    const { api, catalogue } = await withDraft();
    catalogue.whyNotDiscard = why;

    const answer = await api('DELETE', offerPath);

    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'DraftNotDiscardable' });
    expect(catalogue.drafts.size).toBe(1);
  });

  it('keeps a draft that was changed since, when it is told which one is meant', async () => {
    const { api, catalogue } = await withDraft();

    const answer = await api('DELETE', offerPath, undefined, { 'If-Match': 'W/"another"' });

    expect(answer.status).toBe(412);
    expect(catalogue.drafts.size).toBe(1);
  });

  it('is not for readers, nor for other publishers', async () => {
    const test = await withDraft();
    const reader = bearing(await tokenFor(test, 'Reviewer'));
    const stranger = bearing(await tokenFor(test, 'Owner', { publisherId: 'fabrikam' }));

    const answers = await Promise.all([
      test.api('DELETE', offerPath, undefined, reader),
      test.api('DELETE', offerPath, undefined, stranger),
      test.api('DELETE', '/api/publishers/nobody/offers/x', undefined, stranger),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    expect(test.catalogue.drafts.size).toBe(1);
  });
});

describe('the pages', () => {
  const etagIn = (html: string): string =>
    (/name="etag" value="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"').replaceAll('&#39;', "'");

  it('ask once, then discard exactly the draft that was asked about', async () => {
    const { browse, api, catalogue } = await withDraft();
    const history = await (await browse(`${pagePath}/history`)).text();
    const question = await (await browse(`${pagePath}/discard`)).text();

    await api('PUT', offerPath, listedOffer({ title: 'Changed' }));
    const late = await browse(`${pagePath}/discard`, { etag: etagIn(question) });
    const again = await (await browse(`${pagePath}/discard`)).text();
    const done = await browse(`${pagePath}/discard`, { etag: etagIn(again) });

    expect(history).toContain(`href="${pagePath}/discard"`);
    expect(question).toContain('Discard the draft of Contoso Linux?');
    expect(late.status).toBe(409);
    expect(await late.text()).toContain('The draft was changed since this page was opened');
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${pagePath}/history`]);
    expect(catalogue.drafts.size).toBe(0);
  });

  it.each([
    ['wasShown', 'Only a draft that nobody was ever shown can be discarded'],
    ['runOpen', 'This offer is being published'],
  ] as const)('say why when %s', async (why, reason) => {
    const { browse, catalogue } = await withDraft();
    catalogue.whyNotDiscard = why;

    const html = await (await browse(`${pagePath}/history`)).text();

    expect(html).toMatch(/<button[^>]* disabled/);
    expect(html).toContain(reason);
    expect(html).not.toContain(`${pagePath}/discard"`);
  });

  it('take the form from our own pages only', async () => {
    const { app, catalogue } = await withDraft();

    const answer = await app.request(`${pagePath}/discard`, { method: 'POST', body: new FormData() });

    expect([401, 403]).toContain(answer.status);
    expect(catalogue.drafts.size).toBe(1);
  });
});
