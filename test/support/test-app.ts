import type { Hono } from 'hono';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { createApp } from '../../src/http/app';
import type { AppDeps, AppSettings } from '../../src/http/deps';
import { createEventHub } from '../../src/http/events/event-hub';
import { createRateLimits } from '../../src/http/requests/rate-limits';
import { packageFiles } from '../../src/services/package-files/package-files';
import { createArtefactTokens } from '../../src/services/signing/artefact-tokens';
import { createPreviewTokens } from '../../src/services/signing/preview-tokens';
import { createSigner } from '../../src/services/signing/signer';
import { createAccessTokens } from '../../src/services/tokens/access-tokens';
import type { ArtefactTokens, PreviewTokens } from '../../src/services/ports';
import { packageJudgeOf } from '../../src/inspection/package/package-judge';
import { storedZips } from '../../src/services/package-files/zip-bytes';
import { type FakeAppCatalogue, fakeAppCatalogue } from '../fakes/fake-app-catalogue';
import { type FakeSources, fakeSources } from '../fakes/fake-known-work';
import { type FakeMailTransport, fakeMailTransport } from '../fakes/fake-mail-transport';
import { type FakePublicationClient, fakePublicationClient } from '../fakes/fake-publication-client';
import { type FakeStore, fakeStore } from '../fakes/fake-store';
import { withCheckedAnswers } from './checked-answers';
import { newSigningKey } from './signing-key';

export const apiToken = 'a-token-for-tests-only';
export const offerPath = '/api/publishers/contoso/offers/linux-vm';
export const pagePath = '/publishers/contoso/offers/linux-vm';
export const now = new Date('2026-11-20T12:00:00.000Z');

export const testSettings: AppSettings = {
  publicUrl: 'http://offers.example',
  apiToken,
  sessionKey: 'a-session-key-for-tests-only',
  proxies: 0,
  supportEmail: 'support@offers.example',
  trustedOrigins: ['https://contoso.blob.core.windows.net'],
  ifMatchRequired: false,
};

export type TestApp = {
  readonly app: ReturnType<typeof createApp>;
  readonly catalogue: FakeAppCatalogue;
  readonly client: FakePublicationClient;
  readonly staging: FakeStore;
  readonly regions: readonly FakeStore[];
  readonly mail: FakeMailTransport;
  readonly sources: FakeSources;
  readonly previewTokens: PreviewTokens;
  readonly artefactTokens: ArtefactTokens;
  readonly logged: unknown[];
  /** Makes this the offer's newest publication. */
  readonly publish: (status: PublicationStatus) => void;
  /** A call with the API token; a body is sent as JSON. */
  readonly api: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Response>;
  /** A page as a signed-in browser asks for it; with fields, a form posted from our own page. */
  readonly browse: (path: string, fields?: Record<string, string>) => Promise<Response>;
};

/** A Temporal server that has all it needs. */
export const temporalInOrder: AppDeps['temporal'] = {
  ping: async () => undefined,
  namespaceFault: async () => undefined,
  pollers: async () => 1,
  stuckRuns: async () => [],
};

const keys = { privateKeyPem: newSigningKey(), retired: {} };
/** One key for all apps of a file: to read it anew for each would take a quarter of the time that an app is made in. */
const signing = {
  previewTokens: createPreviewTokens(keys),
  artefactTokens: createArtefactTokens(keys),
  accessTokens: createAccessTokens(keys),
  signer: createSigner(keys),
};

/** The whole HTTP side over fakes; decisions, tokens and signatures are the real ones. */
export function testApp(change: Partial<AppDeps> = {}): TestApp {
  const catalogue = fakeAppCatalogue(change.clock);
  const fakes = {
    catalogue,
    client: fakePublicationClient(() => catalogue.statuses.at(-1)),
    staging: fakeStore('staging'),
    regions: [fakeStore('westeurope'), fakeStore('eastus')],
    mail: fakeMailTransport(),
    sources: fakeSources(),
    ...signing,
    packageFiles,
    packageJudge: packageJudgeOf(storedZips),
    limits: createRateLimits({ requests: 10_000, failures: 10_000 }),
    logged: [] as unknown[],
  };
  const deps: AppDeps = {
    ...fakes,
    eventHub: createEventHub({
      feed: catalogue.events,
      publicUrl: 'http://offers.example',
      log: { warn: (entry: unknown) => void fakes.logged.push(entry) },
    }),
    temporal: temporalInOrder,
    liveChecker: {
      check: async (offer) => ({ ...offer, offerVersion: 1, packageDigest: 'd', ok: true, items: [] }),
    },
    clock: () => now,
    log: {
      error: (entry: unknown) => fakes.logged.push(entry),
      warn: (entry: unknown) => fakes.logged.push(entry),
    } as AppDeps['log'],
    settings: testSettings,
    ...change,
  };
  const app = withCheckedAnswers(createApp(deps));
  return {
    ...fakes,
    app,
    publish: (status) => void catalogue.statuses.push(status),
    api: async (method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: { Authorization: `Bearer ${apiToken}`, 'Content-Type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
    browse: async (path, fields) => {
      const Cookie = await sessionCookie(app);
      if (fields === undefined) return app.request(path, { headers: { Cookie } });
      return app.request(path, {
        method: 'POST',
        headers: {
          Cookie,
          'Sec-Fetch-Site': 'same-origin',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: new URLSearchParams(fields).toString(),
      });
    },
  };
}

export async function sessionCookie(app: Hono): Promise<string> {
  const answer = await app.request(`/sign-in?token=${apiToken}`);
  return (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';
}
