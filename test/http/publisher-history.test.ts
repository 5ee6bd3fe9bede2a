import { parse } from 'csv-parse/sync';
import type { Role } from '../../src/domain/access/role';
import { listedOffer } from '../support/listed-offer';
import { publisherEvent } from '../support/publisher-event';
import { offerPath, testApp, type TestApp } from '../support/test-app';
import { bearing, tokenFor } from '../support/test-token';

const address = '/api/publishers/contoso/history';

const voted = publisherEvent(3, {
  kind: 'publisherChanged',
  actor: 'bob@contoso',
  payload: { goLiveVotes: 1 },
});

type Page = { readonly items: readonly Record<string, unknown>[]; readonly next: string | null };

/** Of contoso: a revoked token, then a save of an offer, then a change; and something of another publisher. */
async function withHistory(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  const ofAnother = publisherEvent(4, { publisherId: 'fabrikam', actor: 'mallory@fabrikam' });
  const ofOffer = publisherEvent(2, { offerId: 'linux-vm', kind: 'draftSaved', payload: {} });
  test.catalogue.historyRows.splice(0, Infinity, publisherEvent(1), ofOffer, voted, ofAnother);
  return test;
}

const asked = async ({ api }: TestApp, query = ''): Promise<Page> =>
  (await (await api('GET', `${address}${query}`)).json()) as Page;

it('tells who changed the publisher and revoked its tokens, newest first, and nothing of offers or others', async () => {
  const test = await withHistory();

  const { items, next } = await asked(test, '?lang=es');

  expect(next).toBeNull();
  expect(items).toEqual([
    {
      at: voted.at,
      kind: 'publisherChanged',
      text: 'Se ha modificado el publicador. Personas que deben aprobar la puesta en producción: 1.',
      actor: 'bob@contoso',
      isVouchedFor: true,
      publicationId: null,
      offerVersion: null,
      payload: { goLiveVotes: 1 },
    },
    expect.objectContaining({ kind: 'tokenRevoked', actor: 'ann@contoso' }),
  ]);
});

it('goes on page by page', async () => {
  const test = await withHistory();

  const first = await asked(test, '?limit=1');
  const second = await asked(test, `?limit=1&cursor=${first.next}`);

  expect(first.items.map(({ kind }) => kind)).toEqual(['publisherChanged']);
  expect(second.items.map(({ kind }) => kind)).toEqual(['tokenRevoked']);
  expect(second.next).toBeNull();
});

it('filters by kind and by actor', async () => {
  const test = await withHistory();

  expect((await asked(test, '?kind=tokenRevoked')).items).toHaveLength(1);
  expect((await asked(test, '?actor=bob@contoso')).items).toHaveLength(1);
  expect((await asked(test, '?kind=draftSaved')).items).toEqual([]);
});

it('gives the same as one file', async () => {
  const test = await withHistory();

  const answer = await test.api('GET', `${address}?format=csv&kind=tokenRevoked`);

  expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="history-contoso.csv"');
  expect(parse(await answer.text(), { columns: true, bom: true })).toEqual([
    {
      at: '2026-11-20T12:00:00.000Z',
      kind: 'tokenRevoked',
      event: 'Token revoked',
      text: 'Token ci was revoked; its role was Contributor.',
      actor: 'ann@contoso',
      vouchedFor: 'yes',
      publicationId: '',
      offerVersion: '',
    },
  ]);
});

it.each<[Role, number]>([
  ['Owner', 200],
  ['Operator', 200],
  ['Contributor', 403],
  ['Reviewer', 403],
])('is for those who see the tokens: %s gets %i', async (role, status) => {
  const test = await withHistory();
  const token = bearing(await tokenFor(test, role));

  const told = await test.api('GET', address, undefined, token);
  const tokens = await test.api('GET', '/api/publishers/contoso/tokens', undefined, token);

  expect([told.status, tokens.status]).toEqual([status, status]);
});

it('is refused to the owner of another publisher, and is 404 where there is no publisher', async () => {
  const test = await withHistory();
  const token = bearing(await tokenFor(test, 'Owner', { publisherId: 'fabrikam' }));

  const foreign = await test.api('GET', address, undefined, token);
  const absent = await test.api('GET', '/api/publishers/nobody/history', undefined, token);
  const none = await test.api('GET', '/api/publishers/nobody/history');

  expect([foreign.status, absent.status, none.status]).toEqual([403, 403, 404]);
  expect(await foreign.text()).toBe(await absent.text());
});

it.each(['cursor=x', 'limit=0', 'limit=201', 'format=xml'])('refuses %s', async (query) => {
  const test = await withHistory();

  expect((await test.api('GET', `${address}?${query}`)).status).toBe(400);
});

describe('the page', () => {
  const page = '/publishers/contoso/history';

  it('shows who did what, without attempts, and leads to the file', async () => {
    const { browse } = await withHistory();

    const html = await (await browse(`${page}?kind=tokenRevoked`)).text();

    expect(html).toContain('Token ci was revoked; its role was Contributor.');
    expect(html).toContain('ann@contoso');
    expect(html).not.toMatch(
      /The draft was saved|go-live: 1|mallory|name="publication"|name="every"|Attempt/,
    );
    expect(html).toContain('/api/publishers/contoso/history?kind=tokenRevoked&amp;format=csv');
  });

  it.each<[Role, boolean]>([
    ['Owner', true],
    ['Contributor', false],
  ])('is linked from All offers for those who may read it: %s', async (role, may) => {
    const test = await withHistory();
    const headers = bearing(await tokenFor(test, role));

    const list = await (await test.app.request('/', { headers })).text();
    const { status } = await test.app.request(page, { headers });

    expect([list.includes(`href="${page}"`), status]).toEqual([may, may ? 200 : 403]);
  });

  it('says so where there is no such publisher', async () => {
    const { browse } = await withHistory();

    expect((await browse('/publishers/nobody/history')).status).toBe(404);
  });
});
