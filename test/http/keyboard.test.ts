import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser';
import { lookAt } from '../support/portal-browser';
import { portalPages, type PortalPage } from '../support/portal-pages';
import { pagePath } from '../support/test-app';

jest.setTimeout(120_000);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const signOff: PortalPage = { name: 'status', path: `${pagePath}/status`, phase: 'signOff' };
const running: PortalPage = { name: 'status', path: `${pagePath}/status`, phase: 'certification' };

type Stop = {
  readonly id: string;
  readonly name: string;
  /** The end of the page: the next press begins anew. */
  readonly isNothing: boolean;
  readonly seen: boolean;
};

/** What has the focus, and whether an eye can tell. */
const focused = (page: Page): Promise<Stop> =>
  page.evaluate(`(() => {
    const element = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const { width, height, right, bottom } = element.getBoundingClientRect();
    return {
      id: element.id,
      isNothing: element === document.body,
      name: element.textContent.trim().slice(0, 40) || element.name || '',
      seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && right > 0 && bottom > 0,
    };
  })()`);

async function tabTo(page: Page, id: string): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 60 && stops.at(-1)?.id !== id) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  return stops;
}

it('the first stop leads past the bar to the content', async () => {
  await lookAt(browser, [signOff, {}], async (page) => {
    await page.keyboard.press('Tab');
    const first = await focused(page);
    await page.keyboard.press('Enter');
    const target = await focused(page);
    await page.keyboard.press('Tab');
    const next = await focused(page);

    expect(first).toMatchObject({ name: 'Skip to content', seen: true });
    expect(target.id).toBe('content');
    expect(next.name).toBe('All offers');
  });
});

it('goes live with nothing but a keyboard: the question takes the focus, Escape gives it back', async () => {
  await lookAt(browser, [signOff, {}], async (page, { client }) => {
    const stops = await tabTo(page, 'go-live');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const inside = await page.evaluate(`document.querySelector('dialog').contains(document.activeElement)`);
    await page.keyboard.press('Escape');
    const back = await focused(page);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    const button = page.getByRole('dialog').getByRole('button', { name: 'Go live' });
    await button.focus();
    await Promise.all([page.waitForURL(/\/golive$/), page.keyboard.press('Enter')]);

    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    expect(inside).toBe(true);
    expect(back.id).toBe('go-live');
    expect(client.sent.map(({ name }) => name)).toEqual(['goLive']);
  });
});

it('a button that cannot be used is reached, and its reason belongs to it', async () => {
  await lookAt(browser, [running, {}], async (page) => {
    await tabTo(page, 'cancel');
    const reason = await page.evaluate(
      `document.getElementById(document.activeElement.getAttribute('aria-describedby')).textContent`,
    );
    await page.keyboard.press('Enter');

    expect(reason).toContain('Publishing can be canceled once the offer waits for your sign-off');
    expect(new URL(page.url()).pathname).toBe(`${pagePath}/status`);
  });
});

it.each(portalPages.map((page) => [page.name, page] as const))(
  'on the page %s every stop can be seen, and the focus is nowhere caught',
  async (_name, portalPage) => {
    const stops = await lookAt(browser, [portalPage, {}], async (page) => {
      const seen: Stop[] = [];
      for (let press = 0; press < 40; press++) {
        await page.keyboard.press('Tab');
        seen.push(await focused(page));
      }
      return seen;
    });

    expect(stops.filter(({ seen, isNothing }) => !seen && !isNothing)).toEqual([]);
    expect(new Set(stops.map(({ id, name }) => `${id} ${name}`)).size).toBeGreaterThan(4);
  },
);
