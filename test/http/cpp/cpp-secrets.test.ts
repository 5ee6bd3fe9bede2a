import { randomUUID } from 'node:crypto';
import { mask } from '../../../src/domain/offer/secrets';
import { type FreshCatalogue, freshCatalogue } from '../../support/fresh-catalogue';
import { listedOffer } from '../../support/listed-offer';
import { sha, shownPackage } from '../../support/shown-package';
import { offerPath, testApp } from '../../support/test-app';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const connection = 'DefaultEndpointsProtocol=https;AccountName=leads;AccountKey=c2VjcmV0LWtleQ==';
const withLeads = listedOffer({
  leadDestination: 'AzureTable',
  tableLeadConfiguration: { storageAccountConnectionString: connection },
});

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

async function everywhere() {
  const { catalogue } = fresh;
  const test = testApp({ catalogue });
  await test.api('PUT', offerPath, withLeads);
  const publicationId = randomUUID();
  await catalogue.offers.freeze(offer, publicationId, { regions: ['westeurope'] });
  await catalogue.packages.save(shownPackage());
  await catalogue.offers.setPreview(offer, { offerVersion: 1, packageDigest: sha('package'), publicationId });
  return test;
}

it.each(['', '?includeAllPricing=true', '/slot/Draft', '/slot/Preview', '/versions/1'])(
  'no secret stands in GET of an offer%s, a mask does',
  async (part) => {
    const { api } = await everywhere();

    const text = await (await api('GET', `${offerPath}${part}`)).text();

    expect(text).not.toContain('sig=');
    expect(text).not.toContain('AccountKey');
    expect(text).not.toContain('{secret:');
    expect(text).toContain(`.vhd?${mask}`);
    expect(text).toContain(`"storageAccountConnectionString":"${mask}"`);
  },
);

it('the answer to a PUT holds none either', async () => {
  const { api } = testApp({ catalogue: fresh.catalogue });

  const text = await (await api('PUT', offerPath, withLeads)).text();

  expect(text).not.toContain('sig=');
  expect(text).not.toContain('AccountKey');
});

it.each(['', '/slot/Preview'])(
  'what GET of %j gave is saved again with the secrets that are stored',
  async (part) => {
    const { api } = await everywhere();
    const document = (await (await api('GET', `${offerPath}${part}`)).json()) as object;

    const saved = await api('PUT', offerPath, document);

    const { draft } = (await fresh.catalogue.offers.find(offer))!;
    const revealed = JSON.stringify(await fresh.catalogue.offers.revealSecrets(offer, draft));
    expect(saved.status).toBe(200);
    expect(revealed).toContain('standard-os.vhd?sig=x');
    expect(revealed).toContain(connection);
    expect(revealed).not.toContain(mask);
  },
);

it('a signed URL is kept apart however it was pasted, and comes back as it was', async () => {
  const { api } = testApp({ catalogue: fresh.catalogue });
  const signed = 'https://acct.blob.core.windows.net/l/logo.png?sv=2021&sig=CANARY%2Bcanary%3D';
  const pasted = {
    smallLogo: `${signed} `,
    mediumLogo: `  ${signed}`,
    largeLogo: `${signed}\n`,
    wideLogo: signed.replace('sv=2021', 'spr=https, http'),
    description: `<p>See <a href="${signed}">one</a> and ${signed}</p>`,
  };
  await api('PUT', offerPath, listedOffer(pasted));
  const before = await fresh.catalogue.offers.find(offer);

  const text = await (await api('GET', offerPath)).text();
  const saved = await api('PUT', offerPath, JSON.parse(text) as object);

  expect(saved.status).toBe(200);
  expect(text).not.toMatch(/canary/i);
  const { draft } = (await fresh.catalogue.offers.find(offer))!;
  expect(draft).toMatchObject(before!.draft);
  const revealed = await fresh.catalogue.offers.revealSecrets(offer, draft);
  expect(revealed).toMatchObject(listedOffer(pasted));
});
