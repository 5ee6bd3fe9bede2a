import type { Page } from 'playwright-core';
import { portalBrowser, type PortalBrowser } from '../support/portal-browser';
import { portalPages, type PortalPage } from '../support/portal-pages';
import { pagePath } from '../support/test-app';

let portal: PortalBrowser;
beforeAll(async () => {
  portal = await portalBrowser();
});
afterAll(() => portal.close());

const signOff: PortalPage = { name: 'status', path: `${pagePath}/status`, phase: 'signOff' };
const running: PortalPage = { name: 'status', path: `${pagePath}/status`, phase: 'certification' };

type Stop = {
  readonly id: string;
  readonly name: string;
  readonly seen: boolean;
};

/** What has the focus, and whether an eye can tell. */
const describeFocus = `(() => {
  const element = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const { width, height, right, bottom } = element.getBoundingClientRect();
  return {
    id: element.id,
    name: element.textContent.trim().slice(0, 40) || element.name || '',
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && width > 0 && height > 0 && right > 0 && bottom > 0,
  };
})`;

const focused = (page: Page): Promise<Stop> => page.evaluate<Stop>(`${describeFocus}()`);

/** Where that many presses lead, noted in the page itself: asking after each press takes twice as long. */
async function stopsOf(page: Page, presses: number): Promise<readonly Stop[]> {
  await page.evaluate(`{
    window.stops = [];
    addEventListener('focusin', () => stops.push(${describeFocus}()));
  }`);
  for (let press = 0; press < presses; press++) await page.keyboard.press('Tab');
  return page.evaluate<readonly Stop[]>('stops');
}

async function tabTo(page: Page, id: string): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < 60 && stops.at(-1)?.id !== id) {
    await page.keyboard.press('Tab');
    stops.push(await focused(page));
  }
  return stops;
}

it('the first stop leads past the bar to the content', async () => {
  await portal.lookAt(signOff, {}, async (page) => {
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
  await portal.lookAt(signOff, {}, async (page, { client }) => {
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
  await portal.lookAt(running, {}, async (page) => {
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
    const stops = await portal.lookAt(portalPage, {}, (page) => stopsOf(page, 40));

    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    expect(new Set(stops.map(({ id, name }) => `${id} ${name}`)).size).toBeGreaterThan(4);
  },
);
