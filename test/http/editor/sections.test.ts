import type { Browser, Page } from 'playwright-core';
import { browserOn, openBrowser } from '../../support/browser';
import { editor, withDraft } from '../../support/editor';
import { publishableOffer } from '../../support/publishable-offer';
import { apiToken } from '../../support/test-app';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 360, height: 740 } };
const wide = { viewport: { width: 1280, height: 900 } };

/** The Editor of an offer whose title is missing, before or after somebody asked to publish it. */
async function look(
  options: typeof phone & { readonly javaScriptEnabled: boolean },
  query: '' | '?publish',
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const test = await withDraft(publishableOffer({ 'microsoft-azure-marketplace.title': '' }));
  const { page, origin, close } = await browserOn(browser, test.app, options);
  try {
    await page.goto(`${origin}/sign-in?token=${apiToken}`);
    await page.goto(`${origin}${editor}${query}`);
    await work(page);
  } finally {
    await close();
  }
}

const folded = (page: Page): Promise<readonly string[]> =>
  page.locator('details.section:not([open]) h2').allInnerTexts();
const contents = (page: Page) => page.getByRole('navigation', { name: 'Sections' });

it.each([
  ['on a phone', phone],
  ['on a wide screen', wide],
])('has the list of its parts at hand wherever one reads, %s', async (_where, size) => {
  await look({ ...size, javaScriptEnabled: true }, '', async (page) => {
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight - innerHeight - 300)');

    await contents(page).getByRole('link', { name: 'Marketplace' }).click();

    expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    const top = await page
      .locator('#section-marketplace')
      .evaluate((part) => part.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(300);
    expect((await contents(page).boundingBox())?.y).toBeGreaterThanOrEqual(0);
  });
});

it('leads to each plan by its name', async () => {
  await look({ ...wide, javaScriptEnabled: true }, '', async (page) => {
    const plan = contents(page).locator('a.of-plan');

    expect(await plan.allInnerTexts()).toEqual(['standard']);
    await plan.click();
    expect(
      await page
        .locator(`[id="${(await plan.getAttribute('href'))?.slice(1)}"] legend`)
        .first()
        .innerText(),
    ).toBe('Plan standard');
  });
});

const complete = (page: Page): Promise<readonly string[]> =>
  page.locator('details.section:has(.badge.good) h2').allInnerTexts();

it('folds what is complete, and tells how many places need a hand once that was asked for', async () => {
  const others = ['Offer settings', 'Plans', 'Support', 'Leads'];

  await look({ ...wide, javaScriptEnabled: true }, '', async (page) => {
    expect(await folded(page)).toEqual(others);
    expect(await complete(page)).toEqual(others);
    expect(await page.locator('details.section .count').count()).toBe(0);
  });
  await look({ ...wide, javaScriptEnabled: true }, '?publish', async (page) => {
    expect(await folded(page)).toEqual(others);
    expect(await complete(page)).toEqual(others);
    expect(await page.locator('details.section .count').allInnerTexts()).toEqual(['1']);
    expect(await contents(page).locator('.count').allInnerTexts()).toEqual(['1']);
  });
});

it.each([true, false])(
  'unfolds what a link of the list leads to (JavaScript: %s)',
  async (javaScriptEnabled) => {
    await look({ ...phone, javaScriptEnabled }, '?publish', async (page) => {
      await contents(page).getByRole('link', { name: 'Support' }).click();
      await page.locator('#section-support input').first().waitFor();

      expect(await folded(page)).not.toContain('Support');
    });
  },
);

it('folds nothing under the hands of who has just saved', async () => {
  await look({ ...wide, javaScriptEnabled: true }, '', async (page) => {
    await page.locator('.save-bar button').first().click();
    await page.getByText('The draft is saved.').waitFor();

    expect(await folded(page)).toEqual([]);
  });
});

it.each([true, false])('sends what is folded with the rest (JavaScript: %s)', async (javaScriptEnabled) => {
  await look({ ...phone, javaScriptEnabled }, '?publish', async (page) => {
    const name = '/definition/offer/microsoft-azure-marketplace.title';
    await page.locator(`[name="${name}"]`).fill('A title');
    await page.locator('.save-bar button').first().click();
    await page.getByText('The draft is saved.').waitFor();

    expect(await page.locator(`[name="${name}"]`).inputValue()).toBe('A title');
    expect(await page.locator('#section-support input').first().inputValue()).not.toBe('');
  });
});
