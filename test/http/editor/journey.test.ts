import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { goodManaged } from '../../domain/offer/good-application';
import { fakeUploads } from '../../fakes/fake-uploads';
import { browserOn, openBrowser } from '../../support/browser';
import { publishableOffer } from '../../support/publishable-offer';
import { apiToken, offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

type Visit = { readonly page: Page; readonly origin: string };

/** A signed-in person in a browser of their own. */
async function visit(
  test: TestApp,
  options: BrowserContextOptions,
  work: (visit: Visit) => Promise<void>,
): Promise<void> {
  const { page, origin, close } = await browserOn(browser, test.app, options);
  try {
    await page.goto(`${origin}/sign-in?token=${apiToken}`);
    await work({ page, origin });
  } finally {
    await close();
  }
}

const market = (name: string): string => `/definition/offer/microsoft-azure-marketplace.${name}`;
const machine = (name: string): string => `/definition/plans/0/microsoft-azure-virtualmachines.${name}`;
const field = (page: Page, name: string) => page.locator(`[name="${name}"]:not([type=hidden])`);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function withDraft(draft: OfferDocument, change: Parameters<typeof testApp>[0] = {}): Promise<TestApp> {
  const test = testApp(change);
  await test.api('PUT', `${offerPath}?api-version=2017-10-31`, draft);
  return test;
}

/** What is complete is folded: the list of sections leads into it. */
const unfold = (page: Page, section: string) =>
  page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('link', { name: section, exact: true })
    .click();

const draftOf = (test: TestApp, offer = 'contoso/linux-vm') => test.catalogue.drafts.get(offer);

const strange: OfferDocument = {
  ...publishableOffer({
    'microsoft-azure-marketplace.title': ' leading blank, "quotes" & <tags> \u{1F600}',
    'microsoft-azure-marketplace.description': '\n\n<p>begins with\nline ends</p>\r\n</textarea>\n',
    'microsoft-azure-marketplace.summary': 'two\nlines in a field of one',
    'microsoft-azure-marketplace.leadDestination': 'table',
    'microsoft-azure-marketplace.privacyURL': null,
    'microsoft-azure-marketplace.usefulLinks': [{ linkTitle: 7, more: { of: 'it' } }, 'no link', null],
    'microsoft-azure-marketplace.screenshots': [
      'https://contoso.com/1.png',
      { url: 'https://contoso.com/2.png', title: 'x' },
    ],
    'microsoft-azure-marketplace.videos': [{ anything: true }],
    'microsoft-azure-marketplace.allowedSubscriptions': ['', 'not-a-guid', ' blanks '],
    unknown: { kept: [1, 2, { three: null }] },
  }),
  extra: 'at the root',
};
const cpp = JSON.parse(
  readFileSync(join(__dirname, '../../domain/offer/cpp/vm-config.json'), 'utf8'),
) as OfferDocument;

it.each([
  ['the sample', publishableOffer()],
  ['a managed application', { ...goodManaged(), id: 'linux-vm' }],
  ['a document of the Cloud Partner Portal', { ...cpp, publisherId: 'contoso', id: 'linux-vm' }],
  ['a strange one', strange],
])('saves %s unchanged when nobody touched the form, also without JavaScript', async (_what, draft) => {
  const test = await withDraft(draft);
  const before = draftOf(test);

  await visit(test, { javaScriptEnabled: false }, async ({ page, origin }) => {
    await page.goto(`${origin}${pagePath}/editor`);
    await button(page, 'Save draft').click();
    await page.getByText('The draft is saved.').waitFor();
  });

  expect(draftOf(test)?.draft).toEqual(before?.draft);
  expect(draftOf(test)?.etag).toBe(before?.etag);
});

it('leads from a new offer over warnings to a publication, by clicks', async () => {
  const uploads = fakeUploads();
  const test = testApp({ uploads });

  await visit(test, {}, async ({ page, origin }) => {
    await page.goto(`${origin}/publishers/contoso/offers/new`);
    await page.getByLabel('Id', { exact: true }).fill('web');
    await page.getByLabel('Working name').fill('Our web server');
    await button(page, 'Create offer').click();
    await page.getByRole('heading', { name: 'Editor: ' }).waitFor();

    await button(page, 'Publish').click();
    const summary = page.getByRole('alert');
    await summary.getByText('Not ready to publish').waitFor();
    const missing = summary.getByRole('link', { name: '"Privacy policy address" is missing.' });
    await missing.click();
    expect(await page.evaluate('document.activeElement.name')).toBe(market('privacyURL'));

    await fillIn(page);
    await page.locator(`[data-fills="${machine('vmImages/1.0.0/osVhdUrl')}"]`).setInputFiles({
      name: 'web server.vhd',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(1024),
    });
    await page.getByText('Uploaded; the address is filled in.').waitFor();
    await button(page, 'Publish').click();

    const popUp = page.getByRole('dialog');
    await popUp.getByText('Everything needed is filled in').waitFor();
    expect(await popUp.evaluate((dialog) => dialog.matches(':modal'))).toBe(true);
    await popUp.getByLabel('Which e-mail address').fill('ann@contoso.com');
    await button(page, 'Start publishing').click();
    await page.waitForURL(`${origin}/publishers/contoso/offers/web/status`);
  });

  expect(test.client.sent).toMatchObject([
    { name: 'publish', input: { offerId: 'web', notificationEmails: ['ann@contoso.com'] } },
  ]);
  expect(uploads.stored.map(({ upload }) => upload.name)).toEqual(['web-server.vhd']);
  expect(valueAt(draftOf(test, 'contoso/web')?.draft, market('title'))).toBe('Our web server');
});

async function fillIn(page: Page): Promise<void> {
  const texts: Readonly<Record<string, string>> = {
    [market('title')]: 'Our web server',
    [market('summary')]: 'Serves pages',
    [market('longSummary')]: 'Serves pages, fast',
    [market('description')]: '<p>Serves pages</p>',
    [market('allowedSubscriptions')]: '11111111-2222-3333-4444-555555555555',
    [market('smallLogo')]: 'https://www.contoso.com/40.png',
    [market('mediumLogo')]: 'https://www.contoso.com/90.png',
    [market('largeLogo')]: 'https://www.contoso.com/115.png',
    [market('privacyURL')]: 'https://www.contoso.com/privacy',
    [market('termsOfUse')]: '<p>Be kind</p>',
    [market('engineeringContactName')]: 'Eve',
    [market('engineeringContactEmail')]: 'eve@contoso.com',
    [market('engineeringContactPhone')]: '+1 555 0100',
    [market('supportContactName')]: 'Sam',
    [market('supportContactEmail')]: 'sam@contoso.com',
    [market('supportContactPhone')]: '+1 555 0101',
    '/definition/plans/0/planId': 'standard',
    [machine('skuTitle')]: 'Standard',
    [machine('skuSummary')]: 'One server',
    [machine('skuDescription')]: '<p>One server</p>',
    [machine('osType')]: 'Debian',
    '/definition/plans/0/virtualMachinePricingV2/coreMultiplier/single': '0.02',
  };
  for (const [name, text] of Object.entries(texts)) await field(page, name).fill(text);
}

it('leads from a new application to a package that is uploaded, by clicks', async () => {
  const uploads = fakeUploads();
  const test = testApp({ uploads });
  const place = '/definition/plans/0/microsoft-azure-applications.package/1.0.0/packageVersion/packageFile';

  await visit(test, {}, async ({ page, origin }) => {
    await page.goto(`${origin}/publishers/contoso/offers/new`);
    await page.getByLabel('Offer type').selectOption({ label: 'Azure application' });
    await page.getByLabel('Id', { exact: true }).fill('app');
    await button(page, 'Create offer').click();
    await page.getByRole('heading', { name: 'Editor: ' }).waitFor();

    await page.locator(`[data-fills="${place}"]`).setInputFiles({
      name: 'my app.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK'),
    });
    await page.getByText('Uploaded; the address is filled in.').waitFor();
    await button(page, 'Save draft').click();
    await page.getByText('The draft is saved.').waitFor();
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id }) => id)).toEqual([]);
  });

  expect(uploads.stored.map(({ upload }) => upload.kind)).toEqual(['package']);
  expect(valueAt(draftOf(test, 'contoso/app')?.draft ?? {}, place)).toMatch(/^https:.*\.zip\?/);
  expect(draftOf(test, 'contoso/app')?.draft).toMatchObject({
    offerTypeId: 'microsoft-azure-applications',
    definition: { plans: [{ 'microsoft-azure-applications.skuType': 'solution-template' }] },
  });
});

it('adds and removes entries without JavaScript, and uploads with the form', async () => {
  const uploads = fakeUploads();
  const test = await withDraft(publishableOffer(), { uploads });

  await visit(test, { javaScriptEnabled: false }, async ({ page, origin }) => {
    await page.goto(`${origin}${pagePath}/editor`);
    await unfold(page, 'Plans');
    await button(page, 'Add: Image version').click();
    await field(page, `name:${machine('vmImages/1.0.1')}`).fill('1.1.0');
    await page.locator(`[name="file:disk:${machine('vmImages/1.0.1/osVhdUrl')}"]`).setInputFiles({
      name: 'newer.vhd',
      mimeType: 'application/octet-stream',
      buffer: Buffer.alloc(300_000, 1),
    });
    await button(page, 'Remove: Image version 1.0.0').click();
    await page.getByText('The draft is saved.').waitFor();
  });

  const images = valueAt(draftOf(test)?.draft, machine('vmImages')) as Record<string, { osVhdUrl: string }>;
  expect(Object.keys(images)).toEqual(['1.1.0']);
  expect(images['1.1.0']?.osVhdUrl).toContain('/newer-');
  expect(uploads.stored).toHaveLength(1);
});

it('lets the second of two people choose, field by field, and loses nothing of either', async () => {
  const test = await withDraft(publishableOffer());

  await visit(test, {}, async (ann) => {
    await visit(test, {}, async (bob) => {
      for (const { page, origin } of [ann, bob]) {
        await page.goto(`${origin}${pagePath}/editor`);
        await unfold(page, 'Marketplace');
        await unfold(page, 'Support');
      }
      await field(ann.page, market('title')).fill('Ann’s title');
      await field(ann.page, market('summary')).fill('Ann’s summary');
      await button(ann.page, 'Save draft').click();
      await ann.page.getByText('The draft is saved.').waitFor();

      await field(bob.page, market('title')).fill('Bob’s title');
      await field(bob.page, market('supportContactName')).fill('Bob');
      await button(bob.page, 'Save draft').click();
      await bob.page.getByRole('heading', { name: 'Somebody else changed this draft' }).waitFor();
      await bob.page.evaluate(axe.source);
      const { violations } = await bob.page.evaluate<axe.AxeResults>('axe.run()');
      await bob.page
        .getByRole('group', { name: /^Title/ })
        .getByLabel('Take theirs')
        .check();
      await button(bob.page, 'Save this choice').click();
      await bob.page.getByText('The draft is saved.').waitFor();

      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
    });
  });

  expect(draftOf(test)?.draft).toEqual(
    publishableOffer({
      'microsoft-azure-marketplace.title': 'Ann’s title',
      'microsoft-azure-marketplace.summary': 'Ann’s summary',
      'microsoft-azure-marketplace.supportContactName': 'Bob',
    }),
  );
});

it('puts the cursor where JSON is broken', async () => {
  const test = await withDraft(publishableOffer());

  await visit(test, {}, async ({ page, origin }) => {
    await page.goto(`${origin}${pagePath}/editor/json`);
    await page.locator('#document').fill('{\n  "id": "linux-vm",\n  broken\n}');
    await button(page, 'Save draft').click();
    await page.getByText('Line 3, column 3:').waitFor();

    const selected = await page.evaluate(
      'document.activeElement.value.slice(document.activeElement.selectionStart).slice(0, 6)',
    );
    expect(selected).toBe('broken');
  });
});
