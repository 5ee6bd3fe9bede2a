import type { OfferPageQuery } from '../../../../src/services/ports';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { actor, draft, openSample, query, story } from '../sample';

let fresh: FreshCatalogue;
let minute = 0;
beforeEach(async () => {
  minute = 0;
  fresh = await freshCatalogue(() => new Date(Date.UTC(2030, 0, 1, 0, minute)));
});
afterEach(() => fresh.drop());

const titled = (title: string) => draft({ offer: { 'microsoft-azure-marketplace.title': title } });

/** One minute apart, so that the order of change is the order here. */
async function save(...offers: readonly (readonly [name: string, title: string])[]): Promise<void> {
  for (const [name, title] of offers) {
    const [publisherId = '', offerId = ''] = name.split('/');
    minute += 1;
    await fresh.catalogue.offers.saveDraft({ publisherId, offerId }, titled(title), { actor });
  }
}

const byChange = { order: 'changed', descending: true, limit: 50 } as const;

async function ids(query: Partial<OfferPageQuery> = {}): Promise<readonly string[]> {
  const { offers } = await fresh.catalogue.offerLists.page({ ...byChange, ...query });
  return offers.map(({ offerId }) => offerId);
}

const five = [
  ['contoso/e-mail', 'élan'],
  ['contoso/db', 'Database 12'],
  ['fabrikam/db', 'apple'],
  ['contoso/web', 'Zebra'],
  ['fabrikam/vm', 'banana'],
] as const;

/** Everything by pages of two; `between` runs after each. */
async function walk(query: Partial<OfferPageQuery>, between: () => Promise<void> = async () => undefined) {
  const seen: string[] = [];
  let from: OfferPageQuery['from'];
  for (let pages = 0; pages < 10; pages += 1) {
    const page = await fresh.catalogue.offerLists.page({ ...byChange, limit: 2, ...query, from });
    seen.push(...page.offers.map(({ publisherId, offerId }) => `${publisherId}/${offerId}`));
    const last = page.offers.at(-1);
    if (!page.hasMore || last === undefined) return seen;
    from = { place: last.place, direction: 'after' };
    await between();
  }
  return seen;
}

describe('a list of offers', () => {
  it.each([
    ['the newest change first', { order: 'changed', descending: true }, 'vm web db db e-mail'],
    ['the oldest change first', { order: 'changed', descending: false }, 'e-mail db db web vm'],
    ['names, case and accents aside', { order: 'name', descending: false }, 'db vm db e-mail web'],
    ['names from the end', { order: 'name', descending: true }, 'web e-mail db vm db'],
    ['of one publisher only', { publisherId: 'contoso' }, 'web db e-mail'],
    [
      'of one publisher by name',
      { publisherId: 'contoso', order: 'name', descending: false },
      'db e-mail web',
    ],
    ['nothing for a publisher without offers', { publisherId: 'nobody' }, ''],
  ] as const)('shows %s, on one page and page by page', async (_name, query, expected) => {
    await save(...five);

    const wanted = expected === '' ? [] : expected.split(' ');
    expect(await ids(query)).toEqual(wanted);
    expect((await walk(query)).map((name) => name.split('/')[1])).toEqual(wanted);
  });

  it('goes back to the page before as well', async () => {
    await save(...five);
    const { page } = fresh.catalogue.offerLists;
    const all = (await page(byChange)).offers;

    const before = await page({ ...byChange, limit: 2, from: { place: all[3]!.place, direction: 'before' } });

    expect(before.offers).toEqual(all.slice(1, 3));
    expect(before.hasMore).toBe(true);
  });

  it('repeats and hides nothing else while offers change, come and go between two pages', async () => {
    await save(...five);

    const seen = await walk({}, async () => {
      await save(['contoso/new', 'New'], ['fabrikam/vm', 'banana again']);
    });

    expect(seen).toEqual(['fabrikam/vm', 'contoso/web', 'fabrikam/db', 'contoso/db', 'contoso/e-mail']);
  });

  it('keeps equal names apart, whichever page they end up on', async () => {
    await save(...['a', 'b', 'c', 'd', 'e'].map((id) => [`contoso/${id}`, 'Same'] as const));

    const seen = await walk({ order: 'name', descending: false });

    expect(seen).toEqual(['a', 'b', 'c', 'd', 'e'].map((id) => `contoso/${id}`));
  });

  it('refuses a place that belongs to another order', async () => {
    const from = { place: { publisherId: 'a', offerId: 'b', keys: ['1', '2'] }, direction: 'after' } as const;

    await expect(fresh.catalogue.offerLists.page({ ...byChange, from })).rejects.toThrow('another order');
  });
});

describe('a search', () => {
  it.each([
    ['the beginning of a word in the title', 'data', ['db']],
    ['all of several words', 'DATABASE 12', ['db']],
    ['a part of the id', 'mail', ['e-mail']],
    ['letters with accents', 'ÉLAN', ['e-mail']],
    ['nothing when one word is missing', 'database zebra', []],
    ['nothing for signs alone', "' | !", []],
  ])('finds %s', async (_name, search, expected) => {
    await save(...five.filter(([name]) => name.startsWith('contoso/')));

    expect(await ids({ search })).toEqual(expected);
  });

  it('finds any part of a title in a script without spaces', async () => {
    await save(['contoso/zh', '安全数据库服务器'], ['contoso/ru', 'Защищённый сервер']);

    expect(await ids({ search: '数据库' })).toEqual(['zh']);
    expect(await ids({ search: 'сервер' })).toEqual(['ru']);
  });

  it.each(["'':*", "a' | 'b", '\\', "'; drop table offer; --", '<->', '!!', '(((', '\0', '\ud800'])(
    'takes %p for what it is: words, never a query',
    async (search) => {
      await save(...five);

      expect(await ids({ search })).toEqual([]);
      expect(await ids()).toHaveLength(5);
    },
  );
});

describe('what an offer’s publication does to the list', () => {
  it('shows the situation people see, not only the status, and counts it', async () => {
    const { publications, offerLists } = fresh.catalogue;
    await openSample(fresh.catalogue, 'p1');
    const events = story(
      'p1',
      { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' },
      { kind: 'goLiveVoted', actor, notBefore: '2031-01-01T00:00:00.000Z' },
    );
    const record = (from: number, to: number) =>
      publications.record({
        publicationId: 'p1',
        runId: 'p1-run',
        firstSequence: from,
        events: events.slice(from - 1, to),
      });

    await record(1, 3);
    const waiting = (await offerLists.page(byChange)).offers[0];
    await record(4, 4);
    const scheduled = (await offerLists.page(byChange)).offers[0];

    expect(waiting).toMatchObject({ status: 'waitingForPublisherReview', situation: 'awaitingSignOff' });
    expect(scheduled).toMatchObject({ status: 'waitingForPublisherReview', situation: 'goLiveScheduled' });
    expect([...(await offerLists.counts({}))].filter(([, count]) => count > 0)).toEqual([
      ['goLiveScheduled', 1],
    ]);
    expect(await ids({ status: 'waitingForPublisherReview' })).toEqual(['linux-vm']);
    expect(await ids({ situation: 'awaitingSignOff' })).toEqual([]);
  });

  it('counts by publisher, type, status and situation, without what was discarded', async () => {
    const { offers, offerLists } = fresh.catalogue;
    await save(...five);
    await offers.discard({ publisherId: 'fabrikam', offerId: 'vm' }, { actor });

    expect([...(await offerLists.counts({ offerType: 'microsoft-azure-virtualmachines' }))]).toEqual([
      ['draft', 4],
    ]);
    expect([...(await offerLists.counts({ publisherId: 'fabrikam', status: 'neverPublished' }))]).toEqual([
      ['draft', 1],
    ]);
    expect([...(await offerLists.counts({ situation: 'live' }))]).toEqual([]);
    expect(
      await query(
        fresh.databaseUrl,
        'select sum(offers)::int as kept, (select count(*)::int from offer where discarded_at is null) as counted from offer_count',
      ),
    ).toEqual([{ kept: 4, counted: 4 }]);
  });
});
