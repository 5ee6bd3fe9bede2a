import { listedOffer } from '../../support/listed-offer';
import { publicationAt } from '../../support/publication-at';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const address = `${offerPath}/support`;

async function withFailure(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt('certificationFailed'));
  return test;
}

it('stores a request with step and findings, mails it, and lists it under its case number', async () => {
  const { api, catalogue } = await withFailure();

  const asked = await api('POST', address, { contactEmail: 'ann@contoso.com', text: 'Why is it too small?' });
  const listed = await api('GET', `${address}?lang=en`);

  expect(asked.status).toBe(201);
  const stored = (await asked.json()) as Record<string, unknown>;
  expect(stored).toMatchObject({
    caseNumber: 'CASE-000001',
    step: 'displaycertify',
    findings: [{ ruleId: 'vm.vhd.size-alignment', severity: 'error' }],
  });
  expect(await listed.json()).toEqual({ items: [stored] });
  expect(catalogue.caseSenders[0]?.readers.map(({ to }) => to)).toEqual([
    'support@offers.example',
    'ann@contoso.com',
  ]);
});

it.each([
  ['no address', { contactEmail: 'nobody', text: 'x' }],
  ['two addresses', { contactEmail: 'a@b.example,evil@c.example', text: 'x' }],
  ['a header in the address', { contactEmail: 'a@b.example\r\nBcc: evil@c.example', text: 'x' }],
  ['no text', { contactEmail: 'a@b.example', text: '  ' }],
  ['an endless text', { contactEmail: 'a@b.example', text: 'x'.repeat(5001) }],
  ['a field too many', { contactEmail: 'a@b.example', text: 'x', actor: 'somebody' }],
  ['no body', undefined],
])('refuses %s and stores nothing', async (_name, body) => {
  const { api, catalogue } = await withFailure();

  const answer = await api('POST', address, body);

  expect(answer.status).toBe(400);
  expect(catalogue.cases).toEqual([]);
});

it('refuses who has asked too often, and tells when to come back', async () => {
  const { api, catalogue } = await withFailure();
  catalogue.supportWaitSeconds = 1234;

  const answer = await api('POST', address, { contactEmail: 'ann@contoso.com', text: 'Once more' });

  expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1234']);
  expect(await answer.json()).toMatchObject({ code: 'TooManyRequests' });
  expect(catalogue.cases).toEqual([]);
});

it('tells other publishers nothing', async () => {
  const test = await withFailure();
  const token = bearing(await tokenFor(test, 'Owner', { publisherId: 'fabrikam' }));

  const answers = await Promise.all([
    test.api('GET', address, undefined, token),
    test.api('GET', '/api/publishers/nobody/offers/x/support', undefined, token),
    test.api('GET', '/api/publishers/fabrikam/offers/x/support', undefined, token),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([403, 403, 404]);
});
