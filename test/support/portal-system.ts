import type { BrowserContextOptions, Page } from 'playwright-core';
import { ownPort } from './own-port';
import { openBrowser } from './browser';
import type { OwnApi } from './own-product';
import { openRealSystem, type RealSystem } from './real-system';
import type { SystemOptions } from './system-parts';
import { inWorkshop, type Workshop } from './workshop';

/** The whole product with a browser before it, and a draft nobody has published. */
export type PortalSystem = RealSystem & {
  readonly api: OwnApi;
  /** A signed-in person in a browser of their own, on All offers; who holds every permission unless a token says else. */
  readonly signIn: (options?: BrowserContextOptions, token?: string) => Promise<Page>;
};

/** After a failure, what the browsers showed is told beside where the logs are. */
export function withPortal(
  work: (portal: PortalSystem) => Promise<void>,
  prepare: (workshop: Workshop) => Promise<SystemOptions> = async () => ({}),
): Promise<void> {
  return inWorkshop(async (workshop) => {
    const publicUrl = `http://127.0.0.1:${await ownPort()}`;
    const system = await openRealSystem(workshop, { ...(await prepare(workshop)), publicUrl });
    const [api, , browser] = await Promise.all([system.startApi(), system.startWorker(), openBrowser()]);
    workshop.atEnd(() => browser.close());
    const opened: Page[] = [];
    const signIn: PortalSystem['signIn'] = async (options = {}, token = system.keys.apiToken) => {
      const page = await (await browser.newContext({ locale: 'en-US', ...options })).newPage();
      opened.push(page);
      await page.goto(`${api.url}/sign-in`);
      await page.getByLabel('Token').fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByRole('heading', { name: 'All offers' }).waitFor();
      return page;
    };
    try {
      await work({ ...system, api, signIn });
    } catch (error) {
      for (const page of opened) process.stderr.write(`${page.url()} showed:\n${await shownOn(page)}\n`);
      throw error;
    }
  });
}

const shownOn = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText().catch(String)).slice(0, 1500);
