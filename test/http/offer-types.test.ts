import { testApp } from '../support/test-app';
import { validateOffer } from '../../src/domain/offer/validate-offer';

const base = '/api/offer-types/microsoft-azure-virtualmachines';

it('gives editors the JSON Schema of an offer type without a token, in the reader’s language', async () => {
  const { app } = testApp();

  const answer = await app.request(`${base}/schema?lang=es`);
  const text = await answer.text();

  expect(answer.status).toBe(200);
  expect(JSON.parse(text)).toMatchObject({ title: 'microsoft-azure-virtualmachines', type: 'object' });
  expect(text).toContain('"title":"Título"');
});

it('gives a template that names what to fill in and where its schema is', async () => {
  const { app } = testApp();

  const answer = await app.request(`${base}/template?publisherId=contoso&offerId=web`);
  const template = (await answer.json()) as Record<string, unknown>;

  expect(template).toMatchObject({
    $schema: 'http://offers.example/api/offer-types/microsoft-azure-virtualmachines/schema',
    publisherId: 'contoso',
    id: 'web',
    offerTypeId: 'microsoft-azure-virtualmachines',
  });
  const missing = validateOffer(template, { now: new Date(), trustedOrigins: [] });
  expect(missing.map(({ target }) => target.pointer)).toContain(
    '/definition/offer/microsoft-azure-marketplace.title',
  );
});

it.each(['/schema', '/template'])('knows no other offer types: %s', async (path) => {
  const answer = await testApp().app.request(`/api/offer-types/unheard-of${path}`);

  expect(answer.status).toBe(400);
});
