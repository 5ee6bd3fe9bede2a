import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright-core';
import type { Language } from '../../src/domain/text/language';
import { openBrowser } from './browser';
import { portalFor, type PortalPage } from './portal-pages';
import { sessionCookie, type TestApp } from './test-app';

export type Look = {
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
};

export type PortalBrowser = {
  /** Opens one page as a signed-in person sees it, of an app of its own. */
  readonly lookAt: <Result>(
    portalPage: PortalPage,
    look: Look,
    work: (page: Page, test: TestApp) => Promise<Result>,
  ) => Promise<Result>;
  readonly close: () => Promise<void>;
};

/**
 * One tab in which page after page is opened: a tab or a browser's context for each took longer than all the looking.
 * Whoever looks gets an app of their own and no cookie but its session's.
 */
export async function portalBrowser(options: BrowserContextOptions = {}): Promise<PortalBrowser> {
  let shown: TestApp | undefined;
  const server = serve({
    fetch: (request, env) => shown?.app.fetch(request, env) ?? new Response('Nothing is shown'),
    hostname: '127.0.0.1',
    port: 0,
  }) as Server;
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const context = await browser.newContext(options);
  const tab = await context.newPage();
  return {
    async lookAt(portalPage, { language = 'en', colorScheme = 'light', viewport = desk }, work) {
      const test = await portalFor(portalPage);
      const path = typeof portalPage.path === 'string' ? portalPage.path : await portalPage.path(test);
      const [name = '', value = ''] = (await sessionCookie(test.app)).split('=');
      await context.clearCookies();
      await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
      shown = test;
      try {
        await tab.setViewportSize(viewport);
        await tab.emulateMedia({ colorScheme });
        const answer = await tab.goto(`${url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        // Whatever is looked for, an error page would look fine, too.
        expect(answer?.status()).toBe(portalPage.status ?? 200);
        // Without a doctype browsers read a page as those of the nineties.
        expect(await tab.evaluate('document.compatMode')).toBe('CSS1Compat');
        return await work(tab, test);
      } finally {
        // A page that follows its offer would see the next app's, and reload in the midst of opening that.
        await tab.goto('about:blank');
      }
    },
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const desk = { width: 1280, height: 720 };
