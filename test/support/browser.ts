import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Without these Chromium calls home at every start, and is refused many times over on a closed network. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** How long a browser waits for what has to come: on a busy machine a page may take many seconds. */
const patienceMs = 120_000;

/** Debian's Chromium without its windows, which take half of the whole one's processor time; `system-packages.txt` lists it. */
export async function openBrowser(): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: quiet,
    timeout: patienceMs,
  });
  browser.on('context', (context) => context.setDefaultTimeout(patienceMs));
  return browser;
}

/** An app that really listens, and a page of a browser of its own on it. */
export async function browserOn(
  browser: Browser,
  app: Hono,
  options: BrowserContextOptions,
): Promise<{ readonly page: Page; readonly origin: string; readonly close: () => Promise<void> }> {
  const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }) as Server;
  await new Promise<void>((resolve) => server.once('listening', () => resolve()));
  const context = await browser.newContext(options);
  return {
    page: await context.newPage(),
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      await context.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
