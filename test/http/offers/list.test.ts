import { writeListCursor } from '../../../src/http/offers/list-cursor';
import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { listedOffer } from '../../support/listed-offer';
import { testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

let fresh: FreshCatalogue;
let test: TestApp;
let minute = 0;
beforeEach(async () => {
  minute = 0;
  fresh = await freshCatalogue(() => new Date(Date.UTC(2030, 0, 1, 0, minute)));
  test = onReal(fresh);
});
afterEach(() => fresh.drop());

/** Offers are real rows; tokens and all the rest are the fakes of a test app. */
function onReal({ catalogue: { offers, offerLists } }: FreshCatalogue): TestApp {
  const plain = testApp();
  const catalogue = { ...plain.catalogue, offers, offerLists };
  return { ...testApp({ catalogue }), catalogue };
}

type Page = {
  readonly items: readonly { readonly publisherId: string; readonly offerId: string }[];
  readonly total: number | null;
  readonly next: string | null;
  readonly previous: string | null;
};

async function save(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const [publisherId = '', offerId = ''] = name.split('/');
    minute += 1;
    await fresh.catalogue.offers.saveDraft({ publisherId, offerId }, listedOffer({ title: offerId }), {
      actor: 'ann',
    });
  }
}

async function list(query = '', headers: Record<string, string> = {}): Promise<Page> {
  const answer = await test.api('GET', `/api/offers${query}`, undefined, headers);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Page;
}

const namesOf = ({ items }: Page) => items.map(({ publisherId, offerId }) => `${publisherId}/${offerId}`);

it('lists what the token reaches, newest change first, in words and with counts', async () => {
  await save('contoso/a', 'contoso/b');

  const page = await list('?lang=es');

  expect(page).toEqual({
    items: [
      {
        publisherId: 'contoso',
        offerId: 'b',
        title: 'b',
        offerType: 'microsoft-azure-virtualmachines',
        status: 'neverPublished',
        situation: 'draft',
        label: 'Borrador',
        changedAt: '2030-01-01T00:02:00.000Z',
        links: { status: 'http://offers.example/publishers/contoso/offers/b/status' },
      },
      expect.objectContaining({ offerId: 'a' }),
    ],
    total: 2,
    next: null,
    previous: null,
  });
});

it('leads forwards and backwards through the pages', async () => {
  await save('contoso/a', 'contoso/b', 'contoso/c', 'contoso/d', 'contoso/e');

  const first = await list('?limit=2&sort=name');
  const second = await list(`?limit=2&sort=name&cursor=${first.next}`);
  const third = await list(`?limit=2&sort=name&cursor=${second.next}`);
  const back = await list(`?limit=2&sort=name&cursor=${third.previous}`);

  expect([first, second, third].map(namesOf)).toEqual([
    ['contoso/a', 'contoso/b'],
    ['contoso/c', 'contoso/d'],
    ['contoso/e'],
  ]);
  expect([first.previous, third.next]).toEqual([null, null]);
  expect(namesOf(back)).toEqual(['contoso/c', 'contoso/d']);
});

it.each([
  ['?publisher=contoso', ['contoso/b', 'contoso/a'], 2],
  ['?publisher=nobody', [], 0],
  ['?search=a', ['contoso/a'], null],
  ['?search=', ['fabrikam/c', 'contoso/b', 'contoso/a'], 3],
  [
    '?status=neverPublished&type=microsoft-azure-virtualmachines',
    ['fabrikam/c', 'contoso/b', 'contoso/a'],
    3,
  ],
  ['?situation=live', [], 0],
])('answers %s', async (query, expected, total) => {
  await save('contoso/a', 'contoso/b', 'fabrikam/c');

  const page = await list(query);

  expect(namesOf(page)).toEqual(expected);
  expect(page.total).toBe(total);
});

describe('a token of one publisher', () => {
  it('sees that publisher’s offers and no others, whatever it asks for', async () => {
    await save('contoso/a', 'fabrikam/secret-plan');
    const token = bearing(await tokenFor(test, 'Reviewer'));

    const all = await list('', token);
    const search = await list('?search=secret', token);
    const stolen = writeListCursor({
      order: 'changed',
      descending: true,
      direction: 'after',
      place: { publisherId: 'fabrikam', offerId: 'zzz', keys: ['999999999999999999'] },
    });
    const paged = await list(`?cursor=${stolen}`, token);

    expect([all, search, paged].map(namesOf)).toEqual([['contoso/a'], [], ['contoso/a']]);
    expect(all.total).toBe(1);
  });

  it('hears the same no for a publisher that exists and for one that does not', async () => {
    await save('fabrikam/secret-plan');
    const token = bearing(await tokenFor(test, 'Owner'));

    const answers = await Promise.all(
      ['fabrikam', 'nobody'].map((publisher) =>
        test.api('GET', `/api/offers?publisher=${publisher}`, undefined, token),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(await answers[0]!.text()).toBe(await answers[1]!.text());
  });
});

it('lets nobody in without a token', async () => {
  const answer = await test.app.request('/api/offers');

  expect(answer.status).toBe(401);
});
