import { randomBytes } from 'node:crypto';
import { openCatalogue } from '../../../src/services/catalogue/catalogue';
import type { FreshCatalogue } from '../../support/fresh-catalogue';
import { freshCatalogue } from '../../support/fresh-catalogue';
import { pagePath, testApp, type TestApp } from '../../support/test-app';
import { publishableOffer } from '../../support/publishable-offer';
import { formOf } from '../../../src/domain/offer/form/offer-forms-schema';
import { sentByBrowser } from '../../domain/offer/form/sent-by-browser';
import { valueAt } from '../../../src/domain/offer/pointer';

let fresh: FreshCatalogue;
beforeAll(async () => {
  fresh = await freshCatalogue();
});
afterAll(() => fresh.drop());

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const form = formOf('microsoft-azure-virtualmachines');
const vhd = '/definition/plans/0/microsoft-azure-virtualmachines.vmImages/1.0.0/osVhdUrl';
const connection =
  '/definition/offer/microsoft-azure-marketplace.tableLeadConfiguration/storageAccountConnectionString';
const secretDraft = publishableOffer({
  'microsoft-azure-marketplace.leadDestination': 'AzureTable',
  'microsoft-azure-marketplace.tableLeadConfiguration': {
    storageAccountConnectionString:
      'DefaultEndpointsProtocol=https;AccountName=contosoleads;AccountKey=Q0FOQVJZ;EndpointSuffix=core.windows.net',
  },
});

/** The form as a browser sends it back after somebody typed. */
async function saveForm(test: TestApp, typed: Readonly<Record<string, string>>): Promise<Response> {
  const found = await fresh.catalogue.offers.find(offer);
  const sent = sentByBrowser(form, found?.draft ?? {}, typed);
  const fields = Object.fromEntries([...sent].map(([name, values]) => [name, values.at(-1) ?? '']));
  return test.browse(`${pagePath}/editor`, { ...fields, etag: found?.etag ?? '', do: 'save' });
}

it('shows secrets masked, keeps them when the masks come back, and takes new ones', async () => {
  const test = testApp({ catalogue: { ...testApp().catalogue, offers: fresh.catalogue.offers } });
  await fresh.catalogue.offers.saveDraft(offer, secretDraft, { actor: 'ann' });

  const html = await (await test.browse(`${pagePath}/editor`)).text();
  const saved = await saveForm(test, { '/definition/plans/0/planId': 'renamed', [connection]: '********' });
  const kept = await revealed();
  await saveForm(test, { [vhd]: `https://contoso.blob.core.windows.net/vhds/newer.vhd?sr=c&sig=NEWER` });
  const page = await (await test.browse(`${pagePath}/editor`)).text();

  expect(html).toContain('https://contoso.blob.core.windows.net/vhds/linux.vhd?********');
  expect(html).not.toMatch(/sig=|Q0FOQVJZ/);
  expect(saved.status).toBe(303);
  expect(valueAt(kept, vhd)).toBe(valueAt(secretDraft, vhd));
  expect(valueAt(kept, connection)).toBe(valueAt(secretDraft, connection));
  expect(valueAt(await revealed(), vhd)).toContain('newer.vhd?sr=c&sig=NEWER');
  expect(page).not.toContain('NEWER');
});

it('opens under another SECRETS_KEY, so that the secrets can be given anew, and calls nothing complete', async () => {
  await fresh.catalogue.offers.saveDraft(offer, secretDraft, { actor: 'ann' });
  const secretsKey = randomBytes(32).toString('base64');
  const changed = await openCatalogue({ databaseUrl: fresh.databaseUrl, secretsKey });
  const test = testApp({ catalogue: { ...testApp().catalogue, offers: changed.offers } });

  const answer = await test.browse(`${pagePath}/editor`);
  const html = await answer.text();
  const saved = await saveForm(test, {
    [vhd]: `https://contoso.blob.core.windows.net/vhds/newer.vhd?sr=c&sig=NEWER`,
  });
  await changed.close();

  expect([answer.status, saved.status]).toEqual([200, 303]);
  expect(html).not.toContain('badge good');
  expect(html).not.toMatch(/<details class="card section">/);
  expect(test.logged).toContainEqual(expect.objectContaining(offer));
});

async function revealed(): Promise<unknown> {
  const found = await fresh.catalogue.offers.find(offer);
  return fresh.catalogue.offers.revealSecrets(offer, found?.draft ?? {});
}
