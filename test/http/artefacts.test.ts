import { createHash } from 'node:crypto';
import type { PackageRecord } from '../../src/services/ports';
import { createArtefactTokens } from '../../src/services/signing/artefact-tokens';
import {
  application,
  applicationDocument,
  frozenApplication,
  packageDigest,
  packagedFiles,
  packageZip,
  shownApplication,
} from '../support/shown-application';
import { slotOf } from '../support/shown-package';
import { newSigningKey } from '../support/signing-key';
import { now, testApp, type TestApp } from '../support/test-app';

const allowed = '11111111-2222-3333-4444-555555555555';
const inAnHour = new Date(now.getTime() + 3_600_000);
const sha256 = (content: ArrayBuffer): string =>
  createHash('sha256').update(Buffer.from(content)).digest('hex');

async function shownIn(slot: 'Preview' | 'Production', content?: PackageRecord): Promise<TestApp> {
  const test = testApp();
  await test.api(
    'PUT',
    '/api/publishers/contoso/offers/web-site?api-version=2017-10-31',
    applicationDocument(),
  );
  test.catalogue.versions.push(frozenApplication([allowed]));
  test.catalogue.slotRows = [slotOf(slot)];
  test.catalogue.packageRows = [content ?? (await shownApplication())];
  test.staging.blobs.set(packageDigest, packageZip);
  return test;
}

/** The address of each file of the Deploy part, by its path; of the whole package under `package`. */
async function linksOn(test: TestApp, path: string): Promise<Readonly<Record<string, URL>>> {
  const page = await (await test.app.request(path)).text();
  const links = [...page.matchAll(/<a href="([^"]+)" data-digest="[0-9a-f]+" data-file="([^"]+)"/g)];
  return Object.fromEntries(links.map(([, href = '', name = '']) => [name, new URL(href)]));
}

async function previewLinks(test: TestApp): Promise<Readonly<Record<string, URL>>> {
  const token = await test.previewTokens.issue({ ...application, subscriptionId: allowed }, inAnHour);
  return linksOn(test, `/preview/contoso/web-site?token=${token}`);
}

const productPath = '/marketplace/contoso/web-site';
const fetched = (test: TestApp, { pathname }: URL, headers: Record<string, string> = {}) =>
  test.app.request(pathname, { headers });

describe('the Deploy part of an application', () => {
  it.each<['Preview' | 'Production']>([['Preview'], ['Production']])(
    'hands out every file of the package, byte for byte, in %s',
    async (slot) => {
      const test = await shownIn(slot);
      const links = slot === 'Preview' ? await previewLinks(test) : await linksOn(test, productPath);

      const template = links['mainTemplate.json']!;
      for (const { path, digest, bytes } of await packagedFiles()) {
        // As Resource Manager finds linked templates: relative to the main one.
        const answer = await fetched(test, new URL(path, template));
        expect([path, answer.status, answer.headers.get('Content-Type')]).toEqual([
          path,
          200,
          'application/json',
        ]);
        expect(answer.headers.get('Content-Length')).toBe(String(bytes));
        expect(sha256(await answer.arrayBuffer())).toBe(digest);
      }
      const whole = await fetched(test, links['package']!);
      expect(whole.headers.get('Content-Disposition')).toBe('attachment');
      expect(sha256(await whole.arrayBuffer())).toBe(packageDigest);
    },
  );

  it('has a link into the Azure portal and a ready command, both with the address of the template', async () => {
    const test = await shownIn('Production');

    const page = await (await test.app.request(productPath)).text();

    const portal = /<a class="button main" href="([^"]+)" data-portal/.exec(page)?.[1] ?? '';
    const [, template = '', createUi = ''] =
      /^https:\/\/portal\.azure\.com\/#create\/Microsoft\.Template\/uri\/([^/]+)\/createUIDefinitionUri\/([^/]+)$/.exec(
        portal,
      ) ?? [];
    expect(decodeURIComponent(template)).toMatch(/\/artefacts\/[^/]+\/mainTemplate\.json$/);
    expect(decodeURIComponent(createUi)).toMatch(/\/artefacts\/[^/]+\/createUiDefinition\.json$/);
    expect(page).toContain('az deployment group create');
    expect(page).toContain(`--template-uri &#39;${decodeURIComponent(template)}&#39;`);
    expect(page).not.toContain('az managedapp');
    expect(page).toContain('Solution template');
  });

  it('has a definition with the publisher’s rights for a managed application', async () => {
    const test = await shownIn('Production', await shownApplication('managedApplication'));

    const page = await (await test.app.request(productPath)).text();

    expect(page).toContain('az managedapp definition create');
    expect(page).toContain('9b1d2c3e-4f5a-4b6c-8d7e-0a1b2c3d4e5f:b24988ac-6180-42a0-ab88-20f7382dd24c');
    expect(page).toContain('Managed application');
  });

  it('lets the Azure portal read the files, and no other site', async () => {
    const test = await shownIn('Production');
    const { 'mainTemplate.json': template } = await linksOn(test, productPath);

    const asked = async (Origin: string): Promise<string | null> =>
      (await fetched(test, template!, { Origin })).headers.get('Access-Control-Allow-Origin');

    expect(await asked('https://portal.azure.com')).toBe('https://portal.azure.com');
    expect(await asked('https://ms.portal.azure.com')).toBe('https://ms.portal.azure.com');
    expect(await asked('https://portal.azure.com.evil.example')).toBeNull();
    expect(await asked('https://evil.example')).toBeNull();
  });
});

describe('the files of a package', () => {
  it.each([
    '../mainTemplate.json',
    '..%2F..%2Fetc%2Fpasswd',
    '%2e%2e/%2e%2e/etc/passwd',
    '/etc/passwd',
    'nested/..%2FmainTemplate.json',
    'mainTemplate.json%00',
    'nested',
    'MAINTEMPLATE.JSON',
    'none.json',
    '__proto__',
  ])('are reached by the names in the signed manifest only, not by %s', async (path) => {
    const test = await shownIn('Production');
    const { 'mainTemplate.json': template } = await linksOn(test, productPath);
    const folder = template!.pathname.replace('mainTemplate.json', '');

    const answer = await test.app.request(`${folder}${path}`);

    expect([400, 403, 404]).toContain(answer.status);
    expect(await answer.text()).not.toContain('deploymentTemplate');
  });

  it.each<[string, (test: TestApp) => void]>([
    ['the preview was withdrawn', ({ catalogue }) => (catalogue.slotRows = [])],
    ['it went live', ({ catalogue }) => (catalogue.slotRows = [slotOf('Production')])],
    [
      'the subscription left the allow-list',
      ({ catalogue }) =>
        catalogue.versions.splice(0, 1, frozenApplication(['99999999-2222-3333-4444-555555555555'])),
    ],
    [
      'another package stands there',
      ({ catalogue }) => {
        const [shown] = catalogue.packageRows;
        catalogue.packageRows = [{ ...shown!, manifest: { ...shown!.manifest, artefacts: [] } }];
      },
    ],
  ])('answer 403 to a preview link after %s', async (_name, change) => {
    const test = await shownIn('Preview');
    const { 'mainTemplate.json': template } = await previewLinks(test);
    expect((await fetched(test, template!)).status).toBe(200);

    change(test);

    expect((await fetched(test, template!)).status).toBe(403);
  });

  it.each<[string, (test: TestApp) => Promise<string>]>([
    ['no token of ours', async () => 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    [
      'an expired one',
      ({ artefactTokens }) =>
        artefactTokens.issue({ ...application, digest: packageDigest }, new Date(now.getTime() - 1000)),
    ],
    [
      'one signed by somebody else',
      () =>
        createArtefactTokens({ privateKeyPem: newSigningKey(), retired: {} }).issue(
          { ...application, digest: packageDigest },
          inAnHour,
        ),
    ],
    [
      'a token for the preview page',
      ({ previewTokens }) => previewTokens.issue({ ...application, subscriptionId: allowed }, inAnHour),
    ],
    [
      'one for another digest',
      ({ artefactTokens }) => artefactTokens.issue({ ...application, digest: 'f'.repeat(64) }, inAnHour),
    ],
    [
      'one for another offer',
      ({ artefactTokens }) =>
        artefactTokens.issue({ publisherId: 'contoso', offerId: 'other', digest: packageDigest }, inAnHour),
    ],
  ])('answer 403 to %s', async (_name, tokenOf) => {
    const test = await shownIn('Production');
    if (_name === 'one for another offer') test.catalogue.slotRows = [];
    const token = await tokenOf(test);

    const answers = [`/artefacts/${token}`, `/artefacts/${token}/mainTemplate.json`].map(async (path) =>
      test.app.request(path),
    );

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 403]);
  });

  it('leave no token in the log when the store is away', async () => {
    const test = await shownIn('Production');
    const { 'mainTemplate.json': template } = await linksOn(test, productPath);
    test.staging.read = async () => {
      throw new Error('The store is away.');
    };

    const answer = await fetched(test, template!);

    expect(answer.status).toBe(500);
    expect(JSON.stringify(test.logged)).not.toContain(template!.pathname.split('/')[2]);
  });
});
