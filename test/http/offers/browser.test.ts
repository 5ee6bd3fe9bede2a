import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { browserOn, openBrowser } from '../../support/browser';
import { listedOffer } from '../../support/listed-offer';
import { publicationAt } from '../../support/publication-at';
import { apiToken, offerPath, pagePath, testApp, type TestApp } from '../../support/test-app';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 360, height: 740 } };

/** Three offers, one of them published. */
async function look(
  options: BrowserContextOptions,
  work: (page: Page, test: TestApp) => Promise<void>,
): Promise<void> {
  const test = testApp();
  for (const offerId of ['db', 'web']) {
    const path = `/api/publishers/contoso/offers/${offerId}`;
    await test.api('PUT', path, { ...listedOffer({ title: `Offer ${offerId}` }), id: offerId });
  }
  await test.api('PUT', offerPath, listedOffer());
  const { page, origin, close } = await browserOn(browser, test.app, options);
  try {
    await page.goto(`${origin}/sign-in?token=${apiToken}`);
    await page.goto(`${origin}/`);
    await work(page, test);
  } finally {
    await close();
  }
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

it.each([
  ['with JavaScript', true],
  ['without JavaScript', false],
])('finds an offer and follows its status by keyboard and clicks (%s)', async (_name, javaScriptEnabled) => {
  await look({ ...phone, javaScriptEnabled }, async (page) => {
    await page.getByLabel('Search', { exact: true }).fill('contoso lin');
    await page.keyboard.press('Enter');
    await page.waitForURL(/search=contoso\+lin/);
    const rows = await page.locator('tbody tr').count();
    const wide = await overflow(page);
    await page.locator('td.right a').click();
    await page.waitForURL(/linux-vm\/status/);

    expect([rows, wide]).toEqual([1, 0]);
  });
});

it.each([
  ['in a dialog', true],
  ['on a page of its own without JavaScript', false],
])('discards a draft after asking once, %s', async (_name, javaScriptEnabled) => {
  await look({ ...phone, javaScriptEnabled }, async (page, { catalogue }) => {
    await page.goto(new URL(`${pagePath}/history`, page.url()).href);
    const wide = await overflow(page);
    await page.getByRole('link', { name: 'Discard draft' }).click();
    await page.getByRole('link', { name: 'No, keep it' }).click();
    const kept = catalogue.drafts.size;
    await page.getByRole('link', { name: 'Discard draft' }).click();
    await page.getByRole('button', { name: 'Yes, discard it for good' }).click();
    await page.getByText('The draft of this offer was discarded.').waitFor();

    expect([wide, kept, catalogue.drafts.size]).toEqual([0, 3, 2]);
  });
});

it('explains why a draft cannot be discarded', async () => {
  await look(phone, async (page, { catalogue, publish }) => {
    publish(publicationAt('signOff'));
    catalogue.whyNotDiscard = 'wasShown';
    await page.goto(new URL(`${pagePath}/history`, page.url()).href);
    const button = page.getByRole('button', { name: 'Discard draft' });

    expect(await button.isDisabled()).toBe(true);
    expect(await page.locator('#discard-why').innerText()).toContain(
      'Only a draft that nobody was ever shown',
    );
  });
});

it('downloads the history as a file', async () => {
  await look({}, async (page) => {
    await page.goto(new URL(`${pagePath}/history`, page.url()).href);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download CSV' }).click(),
    ]);

    expect(download.suggestedFilename()).toBe('history-contoso-linux-vm.csv');
    expect(await download.failure()).toBeNull();
  });
});

it('compares on a phone without scrolling sideways', async () => {
  await look(phone, async (page, { catalogue }) => {
    const record = catalogue.drafts.get('contoso/linux-vm')!;
    catalogue.versions.push({
      publisherId: 'contoso',
      offerId: 'linux-vm',
      offerVersion: 1,
      offerType: 'microsoft-azure-virtualmachines',
      document: listedOffer({
        title: 'An earlier title',
        smallLogo: `https://contoso.com/${'long'.repeat(60)}.png`,
      }),
      regions: [],
      frozenAt: '2026-11-20T10:00:00.000Z',
    });
    catalogue.drafts.set('contoso/linux-vm', { ...record, productionVersion: 1 });
    await page.goto(new URL(`${pagePath}/compare`, page.url()).href);

    expect(await page.locator('del').first().innerText()).toBe('An earlier title');
    expect(await overflow(page)).toBe(0);
  });
});
