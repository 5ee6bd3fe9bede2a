import { Hono } from 'hono';
import type { Role } from '../../../src/domain/access/role';
import {
  requireCppPermission,
  requireInstallation,
  requirePagePermission,
  requirePermission,
  requireSignIn,
  requireToken,
  requireVisitor,
} from '../../../src/http/access/access';
import { letIn } from '../../../src/http/access/identity';
import { turnAway } from '../../../src/http/access/unknown-visitor';
import { listedOffer } from '../../support/listed-offer';
import { offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

/** The three forms behind which the same permission stands. */
function guarded(role: Role | undefined, publisherId: string | null = 'contoso'): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    if (role !== undefined) letIn(context, { actor: 'x', role, publisherId });
    await next();
  });
  for (const permission of ['read', 'edit', 'publish', 'manage', 'review', 'operate'] as const) {
    const done = (): Response => new Response('done');
    app.get(`/own/publishers/:publisherId/${permission}`, requirePermission(permission), done);
    app.get(`/cpp/publishers/:publisherId/${permission}`, requireCppPermission(permission), done);
    app.get(`/page/publishers/:publisherId/${permission}`, requirePagePermission(permission), done);
  }
  return app;
}

describe.each(['own', 'cpp', 'page'])('behind the %s form', (form) => {
  it.each<[Role, string]>([
    ['Owner', 'read edit publish manage'],
    ['Contributor', 'read edit publish'],
    ['Reviewer', 'read review'],
    ['Operator', 'read edit publish manage review operate'],
  ])('%s may %s at their own publisher, and nothing at another', async (role, allowed) => {
    const statusOf = async (publisherId: string, reach: string | null, permission: string): Promise<number> =>
      (await guarded(role, reach).request(`/${form}/publishers/${publisherId}/${permission}`)).status;

    for (const permission of ['read', 'edit', 'publish', 'manage', 'review', 'operate']) {
      const expected = allowed.split(' ').includes(permission) ? 200 : 403;
      expect(await statusOf('contoso', 'contoso', permission)).toBe(expected);
      expect(await statusOf('fabrikam', null, permission)).toBe(expected);
      expect(await statusOf('fabrikam', 'contoso', permission)).toBe(403);
    }
  });

  it('nobody unknown may do anything', async () => {
    const answer = await guarded(undefined).request(`/${form}/publishers/contoso/read`);

    expect(answer.status).toBe(401);
  });
});

it('says no in CPP’s words below its addresses, and as problem+json elsewhere', async () => {
  const cpp = await guarded('Reviewer').request('/cpp/publishers/contoso/edit');
  const own = await guarded('Reviewer').request('/own/publishers/contoso/edit');

  expect(await cpp.json()).toEqual({
    error: { code: 'Forbidden', message: 'User does not have the required permissions' },
  });
  expect(own.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await own.json()).toMatchObject({ status: 403, code: 'Forbidden' });
});

it.each([
  ['unsure', requireVisitor(), 503],
  ['unsure', requireToken(), 503],
  ['unsure', requireSignIn(), 503],
  ['unsure', requireInstallation(), 503],
  ['wrong', requireVisitor(), 401],
  ['wrong', requireToken(), 401],
  ['wrong', requireSignIn(), 401],
  ['wrong', requireInstallation(), 401],
] as const)(
  'tells %s from the rest, so that nobody throws a good token away (%#)',
  async (kind, guard, status) => {
    const app = new Hono();
    app.use(async (context, next) => {
      turnAway(context, { kind });
      await next();
    });
    app.get('/', guard, () => new Response('done'));

    const answer = await app.request('/');

    expect(answer.status).toBe(status);
    expect(answer.headers.get('Retry-After')).toBe(status === 503 ? '5' : null);
  },
);

describe('another publisher’s offer', () => {
  /** Everything of an answer that could tell something. */
  async function told(test: TestApp, path: string, init: RequestInit): Promise<unknown> {
    const answer = await test.app.request(path, init);
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      text: (await answer.text())
        .replaceAll(/fabrikam|nobody/g, '<id>')
        .replaceAll(/linux-vm|no-such/g, '<id>'),
    };
  }

  async function withTheirOffer(): Promise<TestApp> {
    const test = testApp();
    await test.api('PUT', '/api/publishers/fabrikam/offers/linux-vm', {
      ...listedOffer(),
      publisherId: 'fabrikam',
    });
    return test;
  }

  const theirs = ['fabrikam/offers/linux-vm', 'fabrikam/offers/no-such', 'nobody/offers/linux-vm'] as const;

  it.each([
    ['GET', '/api/publishers/<offer>'],
    ['PUT', '/api/publishers/<offer>'],
    ['DELETE', '/api/publishers/<offer>'],
    ['GET', '/api/publishers/<offer>/status'],
    ['GET', '/api/publishers/<offer>/versions/1'],
    ['GET', '/api/publishers/<offer>/slot/Draft'],
    ['GET', '/api/publishers/<offer>/submissions'],
    ['GET', '/api/publishers/<offer>/diff'],
    ['GET', '/api/publishers/<offer>/history'],
    ['POST', '/api/publishers/<offer>/publish'],
    ['POST', '/api/publishers/<offer>/golive'],
    ['POST', '/api/publishers/<offer>/cancel'],
    ['POST', '/api/publishers/<offer>/validate'],
    ['GET', '/publishers/<offer>/status'],
    ['GET', '/publishers/<offer>/support'],
    ['GET', '/publishers/<offer>/history'],
    ['GET', '/publishers/<offer>/compare'],
    ['POST', '/publishers/<offer>/golive'],
  ])('is refused alike whether it exists or not: %s %s', async (method, address) => {
    const test = await withTheirOffer();
    const owner = await tokenFor(test, 'Owner');
    const isForm = address.startsWith('/publishers');
    const headers = {
      ...bearing(owner),
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json',
    };
    const body = method === 'GET' ? {} : { body: isForm ? '' : '{}' };

    const answers = await Promise.all(
      theirs.map((offer) => told(test, address.replace('<offer>', offer), { method, headers, ...body })),
    );

    expect(answers[0]).toMatchObject({ status: 403 });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect(test.client.sent).toEqual([]);
  });

  it.each([
    ['PATCH', '/api/publishers/<publisher>'],
    ['GET', '/api/publishers/<publisher>/tokens'],
    ['POST', '/api/publishers/<publisher>/tokens'],
    ['GET', '/api/publishers/<publisher>/webhooks'],
    ['GET', '/api/publishers/<publisher>/offers'],
    ['GET', '/api/publishers/<publisher>/language'],
    ['PUT', '/api/publishers/<publisher>/language'],
  ])('so is the publisher: %s %s', async (method, address) => {
    const test = await withTheirOffer();
    const owner = await tokenFor(test, 'Owner');
    const headers = { ...bearing(owner), 'Content-Type': 'application/json' };
    const body = method === 'GET' ? {} : { body: '{}' };

    const answers = await Promise.all(
      ['fabrikam', 'nobody'].map((id) =>
        told(test, address.replace('<publisher>', id), { method, headers, ...body }),
      ),
    );

    expect(answers[0]).toMatchObject({ status: 403 });
    expect(answers[1]).toEqual(answers[0]);
  });

  it('does not ask the catalogue before it refuses, so that time tells nothing either', async () => {
    const test = await withTheirOffer();
    const owner = await tokenFor(test, 'Owner');
    test.catalogue.away = 'nobody may look';

    const answer = await test.app.request('/api/publishers/fabrikam/offers/linux-vm', {
      headers: bearing(owner),
    });

    expect(answer.status).toBe(403);
  });

  it('is in no list: neither on the page nor in the API', async () => {
    const test = await withTheirOffer();
    await test.api('PUT', offerPath, listedOffer());
    const owner = await tokenFor(test, 'Owner');
    const filter = "ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq 'linux-vm')";
    const paths = [
      '/',
      '/api/offers',
      '/api/publishers?api-version=2017-10-31',
      `/v1.0/ingestion/products?api-version=2017-10-31&$filter=${encodeURIComponent(filter)}`,
    ];

    const texts = await Promise.all(
      paths.map(async (path) => (await test.app.request(path, { headers: bearing(owner) })).text()),
    );

    expect(texts.slice(0, 3).filter((text) => !text.includes('contoso'))).toEqual([]);
    expect(texts.filter((text) => text.includes('fabrikam'))).toEqual([]);
    expect((JSON.parse(texts[3] ?? '') as { value: unknown[] }).value).toHaveLength(1);
  });
});

describe('what a role does not permit', () => {
  it.each<[Role, string, string]>([
    ['Reviewer', 'PUT', offerPath],
    ['Reviewer', 'POST', `${offerPath}/publish`],
    ['Reviewer', 'POST', `${offerPath}/golive`],
    ['Reviewer', 'POST', `${offerPath}/cancel`],
    ['Reviewer', 'DELETE', offerPath],
    ['Contributor', 'POST', '/api/publishers/contoso/tokens'],
    ['Contributor', 'GET', '/api/publishers/contoso/tokens'],
    ['Contributor', 'PATCH', '/api/publishers/contoso'],
    ['Contributor', 'POST', '/api/publishers/contoso/webhooks'],
    ['Owner', 'POST', '/api/publishers'],
    ['Owner', 'GET', '/api/tokens'],
    ['Owner', 'GET', '/doctor'],
  ])('is refused to a %s: %s %s', async (role, method, path) => {
    const test = testApp();
    await test.api('PUT', offerPath, listedOffer());
    const { secret } = await tokenFor(test, role);

    const answer = await test.api(method, path, method === 'GET' ? undefined : {}, bearing({ secret }));

    expect(answer.status).toBe(403);
    expect(test.client.sent).toEqual([]);
  });

  it('is refused on pages, too', async () => {
    const test = testApp();
    await test.api('PUT', offerPath, listedOffer());
    const reviewer = await tokenFor(test, 'Reviewer');

    const answers = await Promise.all(
      ['golive', 'cancel', 'withdraw-golive', 'notification-emails'].map(async (button) =>
        test.app.request(`${pagePath}/${button}`, {
          method: 'POST',
          headers: { ...bearing(reviewer), 'Sec-Fetch-Site': 'same-origin' },
        }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
    expect(test.client.sent).toEqual([]);
  });
});
