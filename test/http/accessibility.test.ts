import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { languages } from '../../src/domain/text/language';
import { portalBrowser, type PortalBrowser } from '../support/portal-browser';
import { type PortalPage, portalPages } from '../support/portal-pages';
import { isSweep } from '../support/seed';
import { pagePath } from '../support/test-app';
import { tokenFor } from '../support/test-token';

let portal: PortalBrowser;
beforeAll(async () => {
  portal = await portalBrowser();
});
afterAll(() => portal.close());

const schemes = ['light', 'dark'] as const;
const allLooks = languages.flatMap((language) => schemes.map((colorScheme) => ({ language, colorScheme })));

/** Pages with what a script opens on them; `opener` is the id of what is clicked for it. */
const shownPages: readonly (PortalPage & { readonly opener?: string })[] = [
  ...portalPages,
  ...(['go-live', 'cancel'] as const).map((opener) => {
    return { name: `dialog of ${opener}`, path: `${pagePath}/status`, phase: 'signOff' as const, opener };
  }),
];

/** What its reader decides by; eight looks at every page take too long. */
const decidedBy = 'status, signOff';

const scrolledSideways = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Rule and place of everything axe-core calls serious or critical. */
async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<{ violations: readonly axe.Result[] }>('axe.run()');
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

describe.each(shownPages.map((page, index) => [page.name, page, index] as const))(
  '%s',
  (name, { opener, ...portalPage }, index) => {
    // Each page has its turn in one look, so that every look is seen in every run.
    const looks = isSweep || name === decidedBy ? allLooks : [allLooks[index % allLooks.length]!];

    it.each(looks)('has no serious fault in $language, $colorScheme, and fits 360 px', async (look) => {
      const seen = await portal.lookAt(portalPage, look, async (page) => {
        if (opener !== undefined) {
          await page.locator(`#${opener}`).click();
          await page.locator('dialog[open]').waitFor();
        }
        const faults = await seriousFaults(page);
        await page.setViewportSize({ width: 360, height: 780 });
        return { faults, scrolledSideways: await page.evaluate(scrolledSideways) };
      });

      expect(seen).toEqual({ faults: [], scrolledSideways: 0 });
    });
  },
);

it.each(languages)('shows the whole name of who is signed in at 360 px (%s)', async (language) => {
  const look = { language, viewport: { width: 360, height: 780 } };
  const signIn = { name: 'sign-in', path: '/sign-in' };

  const shown = await portal.lookAt(signIn, look, async (page, test) => {
    const names = [await nameBox(page)];
    const { secret } = await tokenFor(test, 'Owner', { name: 'x'.repeat(50) });
    await page.goto(new URL(`/sign-in?token=${secret}&lang=${language}`, page.url()).href);
    return [...names, await nameBox(page)];
  });

  expect(shown.map(({ left, right }) => left >= 0 && right <= 360)).toEqual([true, true]);
  expect(shown[1]?.text).toBe(`${'x'.repeat(50)}@contoso`);
});

type NameBox = { readonly text: string; readonly left: number; readonly right: number };

/** Where the letters stand, not only the box around them. */
const nameBox = (page: Page): Promise<NameBox> =>
  page.evaluate<NameBox>(`(() => {
    const who = document.querySelector('.bar .who');
    const range = document.createRange();
    range.selectNodeContents(who);
    const { left, right } = range.getBoundingClientRect();
    return { text: who.textContent, left, right };
  })()`);
