import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src/domain/text/language';
import { browserOn } from './browser';
import { portalFor, type PortalPage } from './portal-pages';
import { apiToken, type TestApp } from './test-app';

export type Look = BrowserContextOptions & { readonly language?: Language };

/** Opens one page as a signed-in person sees it, and closes everything after the work. */
export async function lookAt<Result>(
  browser: Browser,
  [portalPage, { language = 'en', ...options }]: readonly [PortalPage, Look],
  work: (page: Page, test: TestApp) => Promise<Result>,
): Promise<Result> {
  const test = await portalFor(portalPage);
  const { path } = portalPage;
  const address = typeof path === 'string' ? path : await path(test);
  const { page, origin, close } = await browserOn(browser, test.app, options);
  try {
    await page.goto(`${origin}/sign-in?token=${apiToken}`);
    const answer = await page.goto(`${origin}${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
    // Whatever is looked for, an error page would look fine, too.
    expect(answer?.status()).toBe(portalPage.status ?? 200);
    // Without a doctype browsers read a page as those of the nineties.
    expect(await page.evaluate('document.compatMode')).toBe('CSS1Compat');
    return await work(page, test);
  } finally {
    await close();
  }
}
