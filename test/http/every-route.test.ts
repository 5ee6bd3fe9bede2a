import type { Role } from '../../src/domain/access/role';
import { listedOffer } from '../support/listed-offer';
import { testApp, type TestApp } from '../support/test-app';
import { bearing, tokenFor } from '../support/test-token';

type Operation = { readonly operationId: string; readonly security?: readonly unknown[] };
type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };
type Route = Operation & { readonly method: string; readonly path: string };

/** Every route there is, from the document the API itself gives. */
async function documentedRoutes({ app }: TestApp): Promise<readonly Route[]> {
  const { paths } = (await (await app.request('/openapi.json')).json()) as Document;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
    })),
  );
}

const addressed = (path: string, publisherId: string): string =>
  path
    .replace('{publisherId}', publisherId)
    .replace('{offerId}', 'linux-vm')
    .replaceAll(/\{[^}]+\}/g, 'c0ffee00-0001-4000-8000-000000000001');

async function ask(
  { app }: TestApp,
  { method, path }: Pick<Route, 'method' | 'path'>,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly told: string }> {
  const answer = await app.request(path, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method === 'GET' ? {} : { body: '{}' }),
  });
  const headersTold = JSON.stringify(Object.fromEntries(answer.headers));
  const told = `${headersTold} ${answer.status === 200 ? '' : await answer.text()}`;
  await answer.body?.cancel().catch(() => undefined);
  return { status: answer.status, told: told.replaceAll(/fabrikam|nobody/g, '<publisher>') };
}

it('asks for a token at every address that does not say it is for everybody', async () => {
  const test = testApp();
  const open: string[] = [];
  const routes = await documentedRoutes(test);

  for (const route of routes.filter(({ security }) => security?.length !== 0)) {
    const { status } = await ask(test, { ...route, path: addressed(route.path, 'contoso') }, {});
    if (status !== 401) open.push(`${route.method} ${route.path} ${status}`);
  }

  expect(routes.length).toBeGreaterThan(40);
  expect(open).toEqual([]);
});

it('refuses every address of another publisher alike, existing or not', async () => {
  const test = testApp();
  await test.api('PUT', '/api/publishers/fabrikam/offers/linux-vm', {
    ...listedOffer(),
    publisherId: 'fabrikam',
  });
  const owner = await tokenFor(test, 'Owner');
  const different: string[] = [];
  const routes = (await documentedRoutes(test)).filter(({ path }) => path.includes('{publisherId}'));

  for (const { method, path } of routes) {
    const theirs = await ask(test, { method, path: addressed(path, 'fabrikam') }, bearing(owner));
    const nobodys = await ask(test, { method, path: addressed(path, 'nobody') }, bearing(owner));
    if (theirs.status !== 403 || theirs.told !== nobodys.told)
      different.push(`${method} ${path} ${theirs.status}`);
  }

  expect(routes.length).toBeGreaterThan(30);
  expect(different).toEqual([]);
});

it.each<[Role, readonly string[]]>([
  [
    'Reviewer',
    [
      'answerReviewThread',
      'askForSupport',
      'changeReviewThread',
      'cpp-review',
      'endException',
      'grantException',
      'openReviewThread',
    ],
  ],
  ['Contributor', []],
])('lets a %s change nothing but %j of what is not theirs to change', async (role, allowed) => {
  const test = testApp();
  await test.api('PUT', '/api/publishers/contoso/offers/linux-vm', listedOffer());
  const token = await tokenFor(test, role);
  const managing = /\/(tokens|webhooks|language)\b|^\/api\/(publishers|tokens)$|\{publisherId\}$/;
  const passed: string[] = [];
  const routes = (await documentedRoutes(test)).filter(
    ({ method, path, security }) =>
      method !== 'GET' && security?.length !== 0 && (role === 'Reviewer' || managing.test(path)),
  );

  for (const { method, path, operationId } of routes) {
    const { status } = await ask(test, { method, path: addressed(path, 'contoso') }, bearing(token));
    if (status !== 403) passed.push(operationId);
  }

  expect(routes.length).toBeGreaterThan(5);
  expect(passed.toSorted()).toEqual([...allowed].toSorted());
});
