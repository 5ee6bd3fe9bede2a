import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { accessibilityFaults } from '../../support/html';
import { listedOffer } from '../../support/listed-offer';
import { testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/test-token';

let fresh: FreshCatalogue;
let test: TestApp;
let minute = 0;
let tokens = 0;
beforeAll(async () => {
  fresh = await freshCatalogue(() => new Date(Date.UTC(2030, 0, 1, 0, minute)));
  for (let count = 0; count < 51; count += 1) await save(`manyco/many-${count}`, `Many ${count}`);
  await save('evilco/evil', '<img src=x onerror=alert(1)>"');
  for (const name of ['contoso/a', 'contoso/b', 'fabrikam/c']) await save(name);
  const plain = testApp();
  const { offers, offerLists } = fresh.catalogue;
  const catalogue = { ...plain.catalogue, offers, offerLists };
  test = { ...testApp({ catalogue }), catalogue };
});
afterAll(() => fresh.drop());

async function save(name: string, title = `The ${name}`): Promise<void> {
  const [publisherId = '', offerId = ''] = name.split('/');
  minute += 1;
  await fresh.catalogue.offers.saveDraft({ publisherId, offerId }, listedOffer({ title }), { actor: 'ann' });
}

const html = async (path: string): Promise<string> => (await test.browse(path)).text();

/** The page as somebody with a token of this role sees it. */
async function asRole(role: 'Owner' | 'Reviewer', app: TestApp, path = '/'): Promise<Response> {
  tokens += 1;
  const { secret } = await tokenFor(app, role, { name: `t${tokens}` });
  const signIn = await app.app.request('/sign-in', {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ token: secret }).toString(),
  });
  const Cookie = (signIn.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
  return app.app.request(path, { headers: { Cookie } });
}

it.each(['en', 'es', 'ru', 'zh'])(
  'shows every offer with its status as a link on the right (%s)',
  async (lang) => {
    const page = await html(`/?search=the&lang=${lang}`);

    expect(accessibilityFaults(page)).toEqual([]);
    expect(page.match(/<tr><th scope="row">/g)).toHaveLength(3);
    expect(page).toMatch(
      /<td class="right"[^>]*><a class="badge rest" href="\/publishers\/fabrikam\/offers\/c\/status">/,
    );
    expect(page).toContain('<time datetime="2030-01-01T00:55:00.000Z">');
  },
);

it('sorts by the heads of its columns, and a second click turns the order round', async () => {
  const byName = await html('/?search=the&sort=name');

  expect(byName.match(/The [a-z]+\/[a-z]/g)).toEqual(['The contoso/a', 'The contoso/b', 'The fabrikam/c']);
  expect(byName).toMatch(/aria-sort="ascending"><a href="\/\?search=the&amp;sort=-name"/);
});

it.each([
  ['/?search=fabrikam', 1],
  ['/?publisher=CONTOSO', 2],
  ['/?publisher=contoso&type=microsoft-azure-virtualmachines&search=&situation=', 2],
  ['/?situation=draft&search=the', 3],
])('narrows down at %s and keeps the choice in the form', async (path, rows) => {
  const page = await html(path);

  expect(page.match(/<tr><th scope="row">/g) ?? []).toHaveLength(rows);
  expect(page).toContain('Show all offers');
});

it('says so when nothing matches, and how to see all again', async () => {
  const page = await html('/?search=nothing-like-this');

  expect(page).toContain('No offer matches this.');
  expect(page).toContain('<a href="/">Show all offers</a>');
});

it.each(['/?cursor=x', '/?sort=evil', '/?type=unknown', '/?situation=here', '/?publisher=..%2F'])(
  'leads from the made-up address %s to the first page',
  async (path) => {
    const answer = await test.browse(path);

    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  },
);

it('leads on by links, page after page, with the filter kept', async () => {
  const first = await html('/?search=many&sort=name');
  const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = await html(next);

  expect(first.match(/<tr><th scope="row">/g)).toHaveLength(50);
  expect(next).toContain('search=many&sort=name&cursor=');
  expect(second.match(/<tr><th scope="row">/g)).toHaveLength(1);
  expect(second).toContain('rel="prev"');
  expect(second).not.toContain('rel="next"');
});

it('escapes what publishers call their offers', async () => {
  const page = await html('/?search=img');

  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;&quot;');
  expect(page).not.toContain('<img');
});

describe('who sees what', () => {
  it('a publisher: their own offers only, and a way to a new one', async () => {
    const page = await (await asRole('Owner', test)).text();

    expect(page).toContain('The contoso/a');
    expect(page).not.toContain('fabrikam');
    expect(page).toContain('href="/publishers/contoso/offers/new"');
  });

  it('a reader: no way to a new offer', async () => {
    const page = await (await asRole('Reviewer', test)).text();

    expect(page).toContain('The contoso/a');
    expect(page).not.toContain('offers/new');
  });

  it('nobody: another publisher’s, whether there is one or not', async () => {
    const answers = [
      await asRole('Owner', test, '/?publisher=fabrikam'),
      await asRole('Owner', test, '/?publisher=nobody'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  it('an operator: chooses for whom a new offer is', async () => {
    expect(await html('/')).toContain('action="/offers/new"');
    expect((await test.browse('/offers/new?publisher=Contoso')).headers.get('Location')).toBe(
      '/publishers/contoso/offers/new',
    );
    expect((await test.browse('/offers/new?publisher=//evil.example')).headers.get('Location')).toBe('/');
  });
});

it('tells a newcomer what to do first', async () => {
  const page = await (await testApp().browse('/')).text();

  expect(page).toContain('Publish your first offer');
  expect(page).toContain('Make a new offer and fill in its sections.');
  expect(page).not.toContain('role="search"');
});
