import { offerTypeIds } from '../../../src/domain/offer/document';
import { errorShape } from '../../conformance/cpp/documented-shapes';
import { frozenVersion } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';

type Endpoint = {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Below `/api/publishers/contoso`. */
  readonly path: string;
  readonly body?: unknown;
  readonly ok: number;
  /** What the newest publication has to be for that. */
  readonly phase?: Parameters<typeof publicationAt>[0];
};

const offer = '/offers/linux-vm';
const endpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/offers', ok: 200 },
  { method: 'GET', path: "/offers?$filter=offerTypeId eq 'microsoft-azure-virtualmachines'", ok: 200 },
  { method: 'GET', path: offer, ok: 200 },
  { method: 'GET', path: `${offer}?includeAllPricing=true`, ok: 200 },
  { method: 'PUT', path: offer, body: publishableOffer(), ok: 200 },
  { method: 'GET', path: `${offer}/versions/1`, ok: 200 },
  { method: 'GET', path: `${offer}/slot/Draft`, ok: 200 },
  { method: 'GET', path: `${offer}/slot/Preview`, ok: 200 },
  { method: 'GET', path: `${offer}/slot/Production`, ok: 200 },
  { method: 'GET', path: `${offer}/status`, ok: 200 },
  { method: 'GET', path: `${offer}/submissions`, ok: 200 },
  { method: 'GET', path: `${offer}/operations/${publicationId}`, ok: 200 },
  { method: 'GET', path: `${offer}/operations/${publicationId}?format=array`, ok: 200 },
  { method: 'POST', path: `${offer}/publish`, ok: 202 },
  { method: 'POST', path: `${offer}/golive`, ok: 202, phase: 'signOff' },
  { method: 'POST', path: `${offer}/cancel`, ok: 202, phase: 'signOff' },
  { method: 'POST', path: `${offer}/withdraw-golive`, ok: 202, phase: 'scheduled' },
  {
    method: 'POST',
    path: `${offer}/notification-emails`,
    body: { emails: 'ann@contoso.com,bob@contoso.com' },
    ok: 202,
    phase: 'certification',
  },
  { method: 'GET', path: `${offer}/publication`, ok: 200 },
  { method: 'GET', path: `${offer}/live-check`, ok: 200 },
];

const ofOneOffer = endpoints.filter(({ path }) => path.startsWith(offer));
const nameOf = ({ method, path }: Endpoint): string => `${method} ${path}`;
const named = (list: readonly Endpoint[]) => list.map((endpoint) => [nameOf(endpoint), endpoint] as const);

/** An offer with a version that stands in both slots, and a publication. */
async function everything({ phase = 'live' }: Pick<Endpoint, 'phase'> = {}): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', `/api/publishers/contoso${offer}`, publishableOffer());
  const { catalogue } = test;
  catalogue.versions.push(frozenVersion(publishableOffer()));
  const saved = catalogue.drafts.get('contoso/linux-vm')!;
  catalogue.drafts.set('contoso/linux-vm', {
    ...saved,
    newestVersion: 1,
    previewVersion: 1,
    productionVersion: 1,
  });
  test.publish(publicationAt(phase));
  await catalogue.operations.create({
    operationId: publicationId,
    kind: 'publish',
    publisherId: 'contoso',
    offerId: 'linux-vm',
    publicationId,
    actor: 'api',
  });
  return test;
}

const withVersion = (path: string, version = '2017-10-31'): string =>
  `${path}${path.includes('?') ? '&' : '?'}api-version=${version}`;

const codeIn = async (answer: Response): Promise<string> => errorShape.parse(await answer.json()).error.code;

describe.each(named(endpoints))('%s', (_name, endpoint) => {
  const { method, path, body, ok } = endpoint;
  const address = withVersion(`/api/publishers/contoso${path}`);

  it('answers, with and without a slash at the end', async () => {
    const plain = await everything(endpoint);
    const slashed = await everything(endpoint);

    const answers = [
      await plain.api(method, address, body),
      await slashed.api(method, address.replace('?', '/?'), body),
    ];

    expect(answers.map(({ status }) => status)).toEqual([ok, ok]);
  });

  it('answers 400 to another api-version, in CPP’s words', async () => {
    const { api, client } = await everything(endpoint);

    const answer = await api(method, withVersion(`/api/publishers/contoso${path}`, '2016-01-01'), body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      error: { code: 'InvalidAPIVersion', message: 'Invalid api version. Allowed values are [2017-10-31]' },
    });
    expect(client.sent).toEqual([]);
  });

  it('answers 400 to ids that cannot be ids', async () => {
    const { api } = await everything(endpoint);

    const answer = await api(method, address.replace('contoso', 'Con%20toso'), body);

    expect([answer.status, await codeIn(answer)]).toEqual([400, 'BadRequest']);
  });

  it('answers 401 without a token', async () => {
    const { app } = await everything(endpoint);

    const answer = await app.request(address, { method });

    expect([answer.status, await codeIn(answer)]).toEqual([401, 'Unauthorized']);
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
  });

  it('answers 403 to another publisher’s token, the same whether the publisher and the offer exist or not', async () => {
    const test = await everything(endpoint);
    const headers = await tokenFor(test, 'fabrikam');
    const ask = (where: string): Promise<Response> =>
      Promise.resolve(
        test.app.request(where, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
      );

    const answers = await Promise.all([
      ask(address),
      ask(address.replace('contoso', 'nobody')),
      ask(address.replace('linux-vm', 'no-such-offer')),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies)).toEqual(
      new Set(['{"error":{"code":"Forbidden","message":"User does not have the required permissions"}}']),
    );
    expect(test.client.sent).toEqual([]);
  });
});

describe.each(named(ofOneOffer.filter(({ method }) => method !== 'PUT')))('%s', (_name, endpoint) => {
  it('answers 404 for an offer that is not there', async () => {
    const { api, client } = await everything(endpoint);
    const path = endpoint.path.replace('linux-vm', 'no-such-offer');

    const answer = await api(endpoint.method, withVersion(`/api/publishers/contoso${path}`), endpoint.body);

    expect([answer.status, await codeIn(answer)]).toEqual([404, 'NotFound']);
    expect(client.sent).toEqual([]);
  });
});

describe.each(named(endpoints.filter(({ method }) => method !== 'GET')))('%s', (_name, endpoint) => {
  const { method, path, body } = endpoint;

  it('is refused to a reviewer, who may only read', async () => {
    const test = await everything(endpoint);
    const headers = await tokenFor(test, 'contoso', 'Reviewer');

    const answer = await test.app.request(`/api/publishers/contoso${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });

    expect(answer.status).toBe(403);
    expect(test.client.sent).toEqual([]);
  });
});

it.each([
  ['no version with this number', 'GET', '/versions/2', 404],
  ['a version that is no number', 'GET', '/versions/newest', 400],
  ['a slot that there is not', 'GET', '/slot/Staging', 400],
  ['an operation that nobody started', 'GET', '/operations/00000000-0000-4000-8000-000000000000', 404],
  ['an operation that is no UUID', 'GET', '/operations/1', 404],
] as const)('%s', async (_name, method, part, status) => {
  const { api } = await everything();

  const answer = await api(method, `/api/publishers/contoso${offer}${part}`);

  expect(answer.status).toBe(status);
});

it('a filter nobody knows is refused, and one for another type finds nothing', async () => {
  const { api } = await everything();
  const ask = (filter: string): Promise<Response> =>
    api('GET', `/api/publishers/contoso/offers?$filter=${encodeURIComponent(filter)}`);

  const answers = [await ask("status eq 'failed'"), await ask("offerTypeId eq 'microsoft-azure-teapots'")];

  expect(answers.map(({ status }) => status)).toEqual([400, 200]);
  expect(await answers[1]?.json()).toEqual([]);
});

it('slots that were never filled are 404', async () => {
  const test = testApp();
  await test.api('PUT', `/api/publishers/contoso${offer}`, publishableOffer());

  const answers = await Promise.all(
    ['Draft', 'Preview', 'Production'].map((slot) =>
      test.api('GET', `/api/publishers/contoso${offer}/slot/${slot}`),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404]);
});

it('a token of one publisher is shown that publisher only, an operator all of them', async () => {
  const test = await everything();
  await test.api('PUT', '/api/publishers/fabrikam/offers/other', {
    ...publishableOffer(),
    publisherId: 'fabrikam',
    id: 'other',
  });
  const headers = await tokenFor(test, 'fabrikam');

  const own = await (await test.app.request('/api/publishers', { headers })).json();
  const all = await (await test.api('GET', '/api/publishers')).json();

  expect(own).toMatchObject([{ id: 'fabrikam' }]);
  expect((all as readonly { id: string }[]).map(({ id }) => id).toSorted()).toEqual(['contoso', 'fabrikam']);
});

it('a product of another publisher is not found', async () => {
  const test = await everything();
  const headers = await tokenFor(test, 'fabrikam');
  const filter = encodeURIComponent("ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq 'linux-vm')");

  const answers = [
    await test.app.request(`/v1.0/ingestion/products?$filter=${filter}`, { headers }),
    await test.api('GET', `/v1.0/ingestion/products?$filter=${filter}`),
    await test.app.request(`/v1.0/ingestion/products?$filter=${filter}`),
    await test.api('GET', '/v1.0/ingestion/products'),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401, 400]);
  expect(await answers[0]?.json()).toEqual({ value: [] });
  expect(await answers[1]?.json()).toMatchObject({ value: [{ name: 'linux-vm' }] });
});

it('the types of offers are listed', async () => {
  const { api } = testApp();

  const answer = await api('GET', '/api/offerTypes?api-version=2017-10-31');

  expect(await answer.json()).toMatchObject(
    offerTypeIds.map((id) => ({ id, definition: { displayText: expect.stringMatching(/^[A-Z]/) } })),
  );
});

it.each(['True', 'FALSE', 'true'])('takes includeAllPricing=%s', async (value) => {
  const { api } = await everything();

  const [asked, plain] = [
    await api('GET', `${offerPath}?includeAllPricing=${value}`),
    await api('GET', `${offerPath}?includeAllPricing=${value.toLowerCase()}`),
  ];

  expect(asked.status).toBe(200);
  expect(await asked.text()).toBe(await plain.text());
});

it.each(['draft', 'DRAFT', 'Draft'])('takes %s for the name of a slot', async (slot) => {
  const { api } = await everything();

  expect((await api('GET', `${offerPath}/slot/${slot}`)).status).toBe(200);
});

it.each([
  ['includeAllPricing', `${offerPath}?includeAllPricing=maybe`, 'must be true or false'],
  ['a slot', `${offerPath}/slot/Attic`, 'must be one of Draft, Preview, Production'],
  ['a version', `${offerPath}/versions/0`, 'must be the number of a version'],
  ['a publisher', '/api/publishers/Contoso!/offers/linux-vm', 'must be the id of a publisher'],
])('says in words what is wrong with %s', async (_what, path, words) => {
  const { api } = await everything();

  const answer = await api('GET', path);

  expect(answer.status).toBe(400);
  const { error } = (await answer.json()) as { error: { message: string } };
  expect(error.message).toContain(words);
  expect(error.message).not.toMatch(/pattern|Invalid/);
});
