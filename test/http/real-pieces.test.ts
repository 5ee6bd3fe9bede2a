import { createHash, randomUUID } from 'node:crypto';
import type { AppDeps } from '../../src/http/deps';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import type { PackageRecord } from '../../src/services/ports';
import { createPreviewTokens } from '../../src/services/signing/preview-tokens';
import { type FreshCatalogue, freshCatalogue } from '../support/fresh-catalogue';
import { publishableOffer } from '../support/publishable-offer';
import { machinePlan } from '../support/signed-package';
import { sha, shownPackage } from '../support/shown-package';
import { newSigningKey } from '../support/signing-key';
import { testStack } from '../support/stack';
import { now, offerPath, pagePath, testApp } from '../support/test-app';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const disk = Buffer.from('the certified bytes of a disk');
const digest = createHash('sha256').update(disk).digest('hex');
const subscription = 'c0ffee00-0001-4000-8000-000000000001';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const region = (name: string) => {
  const { blobUrl, accountKey } = testStack().storage;
  const credential = { accountName: name, accountKey: accountKey(name) };
  return openBlobStore({ name, url: blobUrl(name), credential });
};

const packaged = (): PackageRecord => {
  const versions = [{ version: '1.0.0', osDisk: digest, dataDisks: [] }];
  const content = shownPackage({ images: [], plans: [{ ...machinePlan, versions }] });
  const artefacts = [{ digest, bytes: disk.length, reportId: 'report-os' }];
  return { ...content, manifest: { ...content.manifest, artefacts, images: [] } };
};

/** The app on PostgreSQL and on two regions of real storage; the offer is frozen and stands in preview. */
async function inPreview(change: Partial<AppDeps> = {}) {
  const { catalogue } = fresh;
  const regions = [region('westeurope'), region('eastus')];
  await Promise.all(regions.map((store) => store.writeBlock(digest, disk, 'application/octet-stream')));
  const keys = { privateKeyPem: newSigningKey(), retired: {} };
  const previewTokens = createPreviewTokens(keys);
  // Storage checks expiry by its own clock.
  const test = testApp({ catalogue, regions, previewTokens, clock: () => new Date(), ...change });
  await test.api('PUT', offerPath, publishableOffer());
  const publicationId = randomUUID();
  await catalogue.offers.freeze(offer, publicationId, { regions: ['westeurope', 'eastus'] });
  await catalogue.packages.save(packaged());
  const slot = { offerVersion: 1, packageDigest: sha('package'), publicationId };
  await catalogue.offers.setPreview(offer, slot);
  const token = await previewTokens.issue(
    { ...offer, subscriptionId: subscription },
    new Date(Date.now() + 3_600_000),
  );
  return { ...test, catalogue, publicationId, token };
}

const diskLinks = (page: string): readonly string[] =>
  [...page.matchAll(/<a href="([^"]+)" data-digest="[0-9a-f]{64}"/g)].map(([, url = '']) =>
    url.replaceAll('&amp;', '&'),
  );

async function download(url: string): Promise<string> {
  const answer = await fetch(url);
  return createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex');
}

it('lets a preview’s reader download the certified bytes from every region, and only read', async () => {
  const { app, token } = await inPreview();

  const page = await (await app.request(`/preview/contoso/linux-vm?token=${token}`)).text();

  const links = diskLinks(page);
  expect(links).toHaveLength(2);
  expect(await Promise.all(links.map(download))).toEqual([digest, digest]);
  const written = await fetch(links[0]!, { method: 'DELETE' });
  expect(written.status).toBe(403);
});

it('lets customers download the same once it is live', async () => {
  const { app, catalogue, publicationId } = await inPreview();
  const before = await app.request('/marketplace/contoso/linux-vm');
  await catalogue.offers.flipToProduction(offer, publicationId, sha('package'));

  const page = await (await app.request('/marketplace/contoso/linux-vm')).text();

  expect(before.status).toBe(404);
  expect(await Promise.all(diskLinks(page).map(download))).toEqual([digest, digest]);
});

it('shows production exactly what the preview showed', async () => {
  const { app, catalogue, publicationId, token } = await inPreview();
  const strip = (page: string): string =>
    page
      .replace(/<div class="preview-bar".*?<\/div>/s, '')
      .replace(/<section aria-labelledby="deploy">.*?<\/section>/s, '')
      .replaceAll(`token=${token}&amp;`, '')
      .replaceAll(`?token=${token}`, '')
      .replaceAll('/preview/', '/marketplace/');
  const preview = await (await app.request(`/preview/contoso/linux-vm?token=${token}`)).text();
  await catalogue.offers.flipToProduction(offer, publicationId, sha('package'));

  const production = await (await app.request('/marketplace/contoso/linux-vm')).text();

  expect(strip(production)).toBe(strip(preview));
  expect(production).toContain('Contoso Linux');
});

it('shows a subscription that was taken off the list nothing, although its token is still good', async () => {
  const { api, app, catalogue, token } = await inPreview();
  await api(
    'PUT',
    offerPath,
    publishableOffer({
      'microsoft-azure-marketplace.allowedSubscriptions': ['c0ffee00-0009-4000-8000-000000000009'],
    }),
    { 'If-Match': '*' },
  );
  const publicationId = randomUUID();
  await catalogue.offers.freeze(offer, publicationId, { regions: ['westeurope'] });
  await catalogue.offers.setPreview(offer, { offerVersion: 2, packageDigest: sha('package'), publicationId });

  const answer = await app.request(`/preview/contoso/linux-vm?token=${token}`);

  expect(answer.status).toBe(403);
});

it('keeps a secret out of the draft it gives back, and validates with it all the same', async () => {
  const { api } = await inPreview({ clock: () => now });

  const draft = await (await api('GET', offerPath)).text();
  const published = await api('POST', `${offerPath}/publish`, {
    metadata: { 'notification-emails': 'a@x.com' },
  });

  expect(draft).not.toContain('sig=abc');
  expect(published.status).toBe(202);
});

it('saves a draft that was read and sent back unchanged, with its ETag', async () => {
  const { api } = await inPreview({ clock: () => now });
  const read = await api('GET', offerPath);
  const etag = read.headers.get('ETag') ?? '';

  const saved = await api('PUT', offerPath, await read.json(), { 'If-Match': etag });
  const published = await api('POST', `${offerPath}/publish`);

  expect(saved.status).toBe(200);
  expect(published.status).toBe(202);
});

it('stores a support request with its mails under a case number that can be read out', async () => {
  const { browse } = await inPreview();

  const page = await (
    await browse(`${pagePath}/support`, { contact: 'ann@contoso.com', text: 'Help' })
  ).text();

  const caseNumber = /CASE-\d{6}/.exec(page)?.[0] ?? '';
  expect(await fresh.catalogue.supportRequests.find(caseNumber)).toMatchObject({
    contactEmail: 'ann@contoso.com',
    text: 'Help',
  });
  const waiting = await fresh.catalogue.supportRequests.unsentMails();
  expect(waiting.map(({ to }) => to)).toEqual(['support@offers.example', 'ann@contoso.com']);
});
