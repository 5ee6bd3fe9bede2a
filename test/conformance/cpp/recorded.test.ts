import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { tokenFor } from '../../support/token-for';
import { recorded, shapeOf } from './recorded';

const base = '/api/publishers/contoso/offers';
const version = 'api-version=2017-10-31';
const config = recorded('vm_config') as Document;

type Document = Readonly<Record<string, unknown>> & { readonly definition: Definition };
type Definition = { readonly offer: Readonly<Record<string, unknown>>; readonly plans: readonly object[] };

/** The recorded server had fetched the pictures, and gave its own addresses for them. */
const withoutLogos = ({ offer, ...rest }: Definition): unknown => ({
  ...rest,
  offer: Object.fromEntries(Object.entries(offer).filter(([key]) => !key.endsWith('Logo'))),
});

async function saved(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', `${base}/test-vm?${version}`, config);
  return test;
}

describe('against what the real service was recorded to answer', () => {
  it('PUT of the recorded body gives the recorded answer, key by key', async () => {
    const { api } = testApp();
    const expected = recorded('vm_create_valid_response') as Document;

    const answer = await api('PUT', `${base}/test-vm?${version}`, config);

    const body = (await answer.json()) as Document;
    expect(answer.status).toBe(200);
    expect(shapeOf(body)).toEqual(shapeOf(expected));
    expect(withoutLogos(body.definition)).toEqual(withoutLogos(expected.definition));
  });

  it('GET gives the same as PUT, and what it gives can be saved again', async () => {
    const { api } = await saved();

    const read = await api('GET', `${base}/test-vm?${version}`);
    const body = await read.json();
    const again = await api('PUT', `${base}/test-vm?${version}`, body, {
      'If-Match': read.headers.get('ETag') ?? '',
    });

    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(body);
  });

  it('the list of offers is the recorded one, key by key', async () => {
    const { api } = await saved();
    const second = {
      ...config,
      id: 'test-vm2',
      definition: { ...config.definition, displayText: 'Another Test Virtual Machine Offer' },
    };
    await api('PUT', `${base}/test-vm2?${version}`, second);
    const filter = encodeURIComponent("offerTypeId eq 'microsoft-azure-virtualmachines'");

    const answer = await api('GET', `${base}?${version}&$filter=${filter}`);

    const expected = recorded('vm_list_valid_response') as readonly object[];
    const changedTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}/);
    expect(await answer.json()).toEqual(expected.map((offer) => ({ ...offer, changedTime })));
  });

  it('an offer without a type is refused in the recorded words', async () => {
    const { api } = testApp();
    const { offerTypeId: _missing, ...body } = config;

    const answer = await api('PUT', `${base}/test-vm?${version}`, body);

    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual(recorded('vm_create_invalid_offer_response'));
  });

  it('another publisher’s offers are refused in the recorded words', async () => {
    const test = await saved();
    const headers = await tokenFor(test, 'fabrikam');

    const answer = await test.app.request(`${base}/test-vm?${version}`, { headers });

    expect(answer.status).toBe(403);
    expect(await answer.json()).toEqual(recorded('vm_show_unauth_publisher'));
  });

  it('a product is found by its offer id, under the names its client reads', async () => {
    const { api } = await saved();

    const found = await api('GET', productsNamed('test-vm'));
    const missing = await api('GET', productsNamed('other-vm'));

    const [product] = ((await found.json()) as { value: readonly Readonly<Record<string, unknown>>[] }).value;
    const [expected] = (recorded('vm_show_valid_response') as { value: readonly object[] }).value;
    const inPython = Object.fromEntries(
      Object.entries(product ?? {}).map(([key, value]) => [pythonNames[key] ?? key, value]),
    );
    expect(inPython).toEqual({ ...expected, id: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(await missing.json()).toEqual(recorded('vm_show_offer_not_found_response'));
  });

  it('the recorded body is saved with its empty disk URL, and cannot be published for it', async () => {
    const { api } = await saved();

    const answer = await api('POST', `${base}/test-vm/publish?${version}`);

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('osVhdUrl');
  });

  it('what stood in the recorded answer is no finding when it is sent back', async () => {
    const { api } = testApp();
    const answer = recorded('vm_create_valid_response') as Document;
    await api('PUT', offerPath, { ...answer, publisherId: 'contoso', id: 'linux-vm' });

    const published = await api('POST', `${offerPath}/publish?${version}`);

    const { error } = (await published.json()) as {
      error: { details: readonly { readonly target: { readonly pointer: string } }[] };
    };
    const keys = error.details.map(({ target }) => target.pointer.split('/').at(-1)?.split('.').at(-1));
    // Addresses that the recording has blanked out, and nothing else.
    expect(new Set(keys)).toEqual(new Set(['largeLogo', 'mediumLogo', 'osVhdUrl', 'smallLogo', 'wideLogo']));
  });
});

const productsNamed = (offerId: string): string => {
  const filter = `ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq '${offerId}')`;
  return `/v1.0/ingestion/products?%24filter=${encodeURIComponent(filter)}`;
};

const pythonNames: Readonly<Record<string, string>> = {
  resourceType: 'resource_type',
  externalIDs: 'external_i_ds',
  isModularPublishing: 'is_modular_publishing',
};
