import { serve } from '@hono/node-server';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppDeps } from '../../src/http/deps';
import { createEventHub, type EventHub } from '../../src/http/events/event-hub';
import { type FreshCatalogue, freshCatalogue } from './fresh-catalogue';
import { type TestApp, testApp } from './test-app';

export type ServedApp = FreshCatalogue & {
  readonly url: string;
  readonly test: TestApp;
  readonly hub: EventHub;
  /** Ends this server as a stopped process would, and starts another on the same database. */
  readonly restart: () => Promise<void>;
};

/** The app behind a real socket, over a real catalogue; everything else is fake. */
export async function serveApp(change: Partial<AppDeps> = {}): Promise<ServedApp> {
  const fresh = await freshCatalogue();
  const { catalogue } = fresh;
  const publicUrl = 'http://offers.example';
  async function start() {
    const hub = createEventHub({
      feed: catalogue.events,
      publicUrl,
      log: { warn: () => undefined },
      heartbeatMs: 200,
    });
    const test = testApp({ catalogue, eventHub: hub, clock: () => new Date(), ...change });
    const server = await new Promise<Server>((resolve) => {
      const listening = serve({ fetch: test.app.fetch, hostname: '127.0.0.1', port: 0 }, () =>
        resolve(listening as Server),
      );
    });
    return { hub, test, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
  }
  let running = await start();
  const stop = async (): Promise<void> => {
    await running.hub.close();
    running.server.closeAllConnections();
    await new Promise((resolve) => running.server.close(resolve));
  };
  return {
    ...fresh,
    get url() {
      return running.url;
    },
    get test() {
      return running.test;
    },
    get hub() {
      return running.hub;
    },
    async restart() {
      await stop();
      running = await start();
    },
    async drop() {
      await stop();
      await fresh.drop();
    },
  };
}
