import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { filesBelow } from '../../src/cli/upload/folder-files';
import { samplePackageFolder } from '../../src/local/sample/application/package';
import { fakeUploads } from '../fakes/fake-uploads';
import { publicationAt } from '../support/publication-at';
import { emptyFolder, type Offer, offerAgainst } from '../support/run-offer';
import { applicationDocument, frozenApplication } from '../support/shown-application';
import { apiToken, testApp, type TestApp } from '../support/test-app';
import { pathWithOffer } from './path-with-offer';
import { typed } from './type';

let test: TestApp;
let offer: Offer;
let folder: string;
beforeEach(async () => {
  test = testApp({ uploads: fakeUploads() });
  offer = await offerAgainst(test.app);
  folder = emptyFolder();
  for (const { path, content } of filesBelow(samplePackageFolder)) {
    mkdirSync(dirname(join(folder, 'app', path)), { recursive: true });
    writeFileSync(join(folder, 'app', path), content);
  }
});

const type = async (command: string): Promise<string> =>
  typed(`cd ${folder} && ${command}`, {
    OFFER_API: offer.url,
    OFFER_TOKEN: apiToken,
    XDG_CONFIG_HOME: folder,
    PATH: await pathWithOffer(),
  });

/** The reader fills the document in: everything as the sample has it, and the address that was printed. */
function fillIn(packageUrl: string): void {
  const file = join(folder, 'my-app.json');
  const begun = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const { definition } = JSON.parse(
    JSON.stringify(applicationDocument()).replaceAll(/https:[^"]+site\.zip/g, packageUrl),
  ) as Readonly<Record<string, unknown>>;
  writeFileSync(file, JSON.stringify({ ...begun, definition }));
}

it('leads from an empty document and a folder to a publication that waits for sign-off', async () => {
  await type('offer init contoso/my-app --type microsoft-azure-applications --file my-app.json');
  const packageUrl = (await type('offer upload package ./app --publisher contoso')).trim();
  fillIn(packageUrl);

  const saved = await type('offer put my-app.json');
  const checked = await type('offer validate contoso/my-app');
  const published = type('offer publish contoso/my-app --email you@example.com --wait');
  test.catalogue.versions.push({ ...frozenApplication([]), offerId: 'my-app' });
  while (test.catalogue.operationRows.length === 0) await pause(20);
  const publicationId = test.catalogue.operationRows[0]?.publicationId ?? '';
  test.publish({ ...publicationAt('signOff'), offerId: 'my-app', publicationId });

  expect(packageUrl).toMatch(/^https:\/\/\S+\.zip\?\S+$/);
  expect(saved).toContain('is saved');
  expect(checked).toContain('can be published');
  expect(await published).toContain('Awaiting publisher sign-off');
  expect(test.catalogue.drafts.get('contoso/my-app')?.draft).toMatchObject({
    offerTypeId: 'microsoft-azure-applications',
  });
});
