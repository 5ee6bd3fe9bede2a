import { parse } from 'csv-parse/sync';
import type { HistoryEvent } from '../../../src/services/ports';
import { listedOffer } from '../../support/listed-offer';
import { accessibilityFaults } from '../../support/html';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const address = `${offerPath}/history`;

let count = 0;
function event(change: Partial<HistoryEvent> = {}): HistoryEvent {
  count += 1;
  return {
    publisherId: 'contoso',
    offerId: 'linux-vm',
    cursor: `1.${count}`,
    kind: 'draftSaved',
    actor: 'ann',
    publicationId: null,
    offerVersion: null,
    isVouchedFor: true,
    payload: {},
    at: '2026-11-20T12:00:00.000Z',
    ...change,
  };
}

async function withHistory(...events: readonly HistoryEvent[]): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.catalogue.historyRows.splice(0, Infinity, ...events);
  return test;
}

const cells = async (answer: Response) => {
  const text = await answer.text();
  return { text, rows: parse<Record<string, string>>(text, { columns: true, bom: true }) };
};

it('tells in JSON and in CSV the same, in the language asked for', async () => {
  const { api } = await withHistory(
    event(),
    event({
      kind: 'stepChanged',
      actor: null,
      publicationId: 'p1',
      offerVersion: 3,
      payload: { step: 'displaycertify', status: 'complete' },
    }),
  );

  const json = (await (await api('GET', `${address}?lang=es`)).json()) as {
    items: Record<string, unknown>[];
  };
  const csv = await cells(await api('GET', `${address}?lang=es&format=csv`));

  expect(json.items.map(({ text }) => text)).toEqual([
    'Certificación: Completado',
    'Se ha guardado el borrador.',
  ]);
  expect(csv.rows).toEqual([
    {
      at: '2026-11-20T12:00:00.000Z',
      kind: 'stepChanged',
      event: 'Paso',
      text: 'Certificación: Completado',
      actor: '',
      vouchedFor: 'yes',
      publicationId: 'p1',
      offerVersion: '3',
    },
    expect.objectContaining({ kind: 'draftSaved', actor: 'ann', offerVersion: '' }),
  ]);
});

it('gives the file a name and says what it is', async () => {
  const { api } = await withHistory(event());

  const { headers } = await api('GET', `${address}?format=csv`);

  expect(headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('Content-Disposition')).toBe('attachment; filename="history-contoso-linux-vm.csv"');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://evil.example","x")', '＝1'])(
  'lets no spreadsheet take %j for a formula',
  async (evil) => {
    const { api } = await withHistory(event({ actor: evil }));

    const { rows } = await cells(await api('GET', `${address}?format=csv`));

    expect(rows[0]?.['actor']).toBe(`'${evil}`);
  },
);

it('keeps quotes, commas and line breaks of a text inside their cell', async () => {
  const evil = 'a","b"\r\nnew row, "c"';
  const { api } = await withHistory(event({ actor: evil }), event());

  const { rows } = await cells(await api('GET', `${address}?format=csv`));

  expect(rows.map(({ actor }) => actor)).toEqual(['ann', evil]);
});

it('writes all of a long history into one file, and pages it as JSON', async () => {
  const { api } = await withHistory(...Array.from({ length: 1203 }, () => event()));

  const { rows } = await cells(await api('GET', `${address}?format=csv`));
  const first = (await (await api('GET', `${address}?limit=200`)).json()) as {
    items: unknown[];
    next: string;
  };
  const second = (await (
    await api('GET', `${address}?limit=200&cursor=${first.next}`)
  ).json()) as typeof first;

  expect(rows).toHaveLength(1203);
  expect([first.items.length, second.items.length]).toEqual([200, 200]);
  expect(second.next).not.toBe(first.next);
});

it('filters by kind, actor and attempt', async () => {
  const { api } = await withHistory(
    event({ actor: 'bob' }),
    event({
      kind: 'mailSent',
      publicationId: 'p1',
      payload: { event: 'live', number: 1, to: 'a@b.example' },
    }),
    event({ publicationId: 'p2' }),
  );
  const kinds = async (query: string) =>
    ((await (await api('GET', `${address}?${query}`)).json()) as { items: HistoryEvent[] }).items.length;

  expect(await kinds('kind=mailSent')).toBe(1);
  expect(await kinds('actor=bob')).toBe(1);
  expect(await kinds('publication=p2')).toBe(1);
  expect(await kinds('kind=nothing-of-the-kind')).toBe(0);
});

it.each(['cursor=x', 'cursor=1.1;drop', 'limit=0', 'limit=201', 'format=xml', `kind=${'k'.repeat(300)}`])(
  'refuses %.30s',
  async (query) => {
    const { api } = await withHistory(event());

    expect((await api('GET', `${address}?${query}`)).status).toBe(400);
  },
);

it('tells a stranger nothing, and nobody of an offer that never was', async () => {
  const test = await withHistory(event());
  const token = bearing(await tokenFor(test, 'Owner', { publisherId: 'fabrikam' }));

  const foreign = await test.api('GET', address, undefined, token);
  const absent = await test.api('GET', '/api/publishers/nobody/offers/x/history', undefined, token);
  const own = await test.api('GET', '/api/publishers/fabrikam/offers/x/history', undefined, token);

  expect([foreign.status, absent.status, own.status]).toEqual([403, 403, 404]);
  expect(await foreign.text()).toBe(await absent.text());
});

describe('the page', () => {
  it.each(['en', 'es', 'ru', 'zh'])('shows what happened, who did it and when (%s)', async (lang) => {
    const { browse } = await withHistory(
      event({ kind: 'goLiveVoted', actor: 'mallory', publicationId: 'p1', isVouchedFor: false, payload: {} }),
      event({ actor: '<script>alert(1)</script>' }),
    );

    const answer = await browse(`${pagePath}/history?lang=${lang}`);
    const html = await answer.text();

    expect(answer.status).toBe(200);
    expect(accessibilityFaults(html)).toEqual([]);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;alert');
    expect(html).toMatch(/mallory.{1,3}(unverified|sin verificar|не подтверждено|未验证)/);
  });

  it('keeps the filter in its links, and leads to the older events and to the file', async () => {
    const { browse } = await withHistory(...Array.from({ length: 51 }, () => event()));

    const html = await (await browse(`${pagePath}/history?kind=draftSaved`)).text();

    expect(html).toContain('history?kind=draftSaved&amp;cursor=');
    expect(html).toContain('/api/publishers/contoso/offers/linux-vm/history?kind=draftSaved&amp;format=csv');
  });

  it('leaves steps, messages and requests out until they are asked for; API and file have them always', async () => {
    const step = { step: 'displaycertify', status: 'complete' };
    const { browse, api } = await withHistory(
      event(),
      event({ kind: 'stepChanged', payload: step }),
      event({
        kind: 'messageAdded',
        payload: { step: 'live', message: { code: 'goLive.nowLive', params: {} } },
      }),
      event({ kind: 'operationAccepted', payload: { operationKind: 'goLive' } }),
      event({ kind: 'operationChanged', payload: { operationKind: 'goLive', state: 'succeeded' } }),
    );
    const rows = async (query: string) =>
      (await (await browse(`${pagePath}/history${query}`)).text()).split('<tr>').length - 2;

    expect([await rows(''), await rows('?every=yes'), await rows('?kind=stepChanged')]).toEqual([1, 5, 1]);
    expect(((await (await api('GET', address)).json()) as { items: unknown[] }).items).toHaveLength(5);
    expect((await cells(await api('GET', `${address}?format=csv`))).rows).toHaveLength(5);
  });

  it('keeps showing every event on the pages that follow, also without JavaScript', async () => {
    const { browse } = await withHistory(...Array.from({ length: 51 }, () => event()));

    const html = await (await browse(`${pagePath}/history?every=yes`)).text();

    expect(html).toContain('history?every=yes&amp;cursor=');
    expect(html).toMatch(/<input type="checkbox"[^>]* name="every" value="yes" checked/);
    expect(html).toContain('/history?format=csv');
  });

  it('lists the support requests of the offer', async () => {
    const { browse, api } = await withHistory(event());
    await api('POST', `${offerPath}/support`, { contactEmail: 'ann@contoso.com', text: 'Help <b>me</b>' });

    const html = await (await browse(`${pagePath}/history`)).text();

    expect(html).toContain('CASE-000001');
    expect(html).toContain('Help &lt;b&gt;me&lt;/b&gt;');
  });
});
