import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, pagePath, testApp } from '../../support/test-app';

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
const filled = (path: string): string =>
  path
    .replace('{publisherId}', 'contoso')
    .replace('{offerId}', 'linux-vm')
    .replaceAll(/\{[^}]+\}/g, 'c0ffee00-0001-4000-8000-000000000001');

it('answers 405 at every documented address to each method it does not take, and names those it takes', async () => {
  const { app, api } = testApp();
  const { paths } = (await (await app.request('/openapi.json')).json()) as Document;
  const told: (readonly [string, unknown, unknown])[] = [];
  const expected: typeof told = [];

  for (const [path, operations] of Object.entries(paths)) {
    const known = methods.filter((method) => method.toLowerCase() in operations);
    const allowed = known.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    for (const method of methods.filter((each) => !known.includes(each))) {
      const answer = await api(method, filled(path));
      await answer.body?.cancel();
      told.push([`${method} ${path}`, answer.status, answer.headers.get('Allow')]);
      expected.push([`${method} ${path}`, 405, allowed]);
    }
  }

  expect(told.length).toBeGreaterThan(100);
  expect(told).toEqual(expected);
});

it('refuses in the form that the address speaks', async () => {
  const { api, browse } = testApp();
  await api('PUT', offerPath, publishableOffer());

  const [own, cpp, page] = [
    await api('PATCH', `${offerPath}/history`),
    await api('PATCH', `${offerPath}/publish`),
    await browse(`${pagePath}/status`, {}),
  ];

  expect(await own.json()).toMatchObject({ code: 'MethodNotAllowed', status: 405 });
  expect(await cpp.json()).toEqual({
    error: { code: 'MethodNotAllowed', message: `${offerPath}/publish does not take PATCH, but POST.` },
  });
  expect([page.status, page.headers.get('Allow')]).toEqual([405, 'GET, HEAD']);
  expect(page.headers.get('Content-Type')).toContain('text/html');
});

it('still answers 404 where there is nothing for any method', async () => {
  const { api } = testApp();

  const answer = await api('DELETE', `${offerPath}/nothing`);

  expect([answer.status, answer.headers.get('Allow')]).toEqual([404, null]);
});
