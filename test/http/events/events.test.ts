import { randomUUID } from 'node:crypto';
import { digestOf, newSecretToken } from '../../../src/http/tokens/secret-token';
import { eventually } from '../../support/eventually';
import { type EventWatcher, watchEvents } from '../../support/event-watcher';
import { type ServedApp, serveApp } from '../../support/served-app';
import { apiToken, sessionCookie } from '../../support/test-app';
import { actor, draft, offer, openSample, story } from '../../services/catalogue/sample';

let app: ServedApp;
const open: EventWatcher[] = [];
beforeEach(async () => {
  app = await serveApp();
});
afterEach(async () => {
  open.splice(0).forEach(({ close }) => close());
  await app.drop();
});

const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

async function watch(
  path: string,
  headers: Record<string, string> = bearer(apiToken),
): Promise<EventWatcher> {
  const watcher = await watchEvents(`${app.url}${path}`, headers);
  open.push(watcher);
  return watcher;
}

const save = (publisherId = 'contoso', offerId = 'linux-vm') =>
  app.catalogue.offers.saveDraft({ publisherId, offerId }, draft({ salt: randomUUID() }), { actor });

/** A token of one publisher; returns its secret and how to revoke it. */
async function tokenOf(publisherId: string): Promise<{ secret: string; revoke: () => Promise<unknown> }> {
  const secret = newSecretToken();
  const wanted = {
    publisherId,
    name: 'ci',
    role: 'Reviewer',
    digest: digestOf(secret),
    expiresAt: null,
  } as const;
  const made = await app.catalogue.tokens.create(wanted, actor);
  if (made.kind !== 'created') throw new Error(made.kind);
  return { secret, revoke: () => app.catalogue.tokens.revoke(made.token, actor) };
}

it('shows a watcher what happens as it happens, in the order of the feed', async () => {
  const watcher = await watch('/api/events');

  await save();
  await save('fabrikam');
  await eventually(() => watcher.events.length === 2);

  expect(watcher.headers.get('content-type')).toBe('text/event-stream');
  expect(watcher.events.map(({ type, subject }) => [type, subject])).toEqual([
    ['offer-publication.offer.draftSaved', 'contoso/linux-vm'],
    ['offer-publication.offer.draftSaved', 'fabrikam/linux-vm'],
  ]);
});

it('shows nobody the events of another publisher, and does not say whether it exists', async () => {
  await save();
  await save('fabrikam');
  const { secret } = await tokenOf('contoso');
  const own = await watch('/events', bearer(secret));
  const refused = await Promise.all(
    ['fabrikam', 'nobody'].map((publisher) =>
      fetch(`${app.url}/api/events?publisher=${publisher}`, { headers: bearer(secret) }),
    ),
  );

  await save('fabrikam');
  await save();
  await eventually(() => own.events.length > 0);

  expect(new Set(own.events.map(({ subject }) => subject))).toEqual(new Set(['contoso/linux-vm']));
  expect(refused.map(({ status }) => status)).toEqual([403, 403]);
  const [one, other] = await Promise.all(refused.map((answer) => answer.text()));
  expect(one).toBe(other);
});

it('narrows the feed to an offer', async () => {
  const watcher = await watch('/api/events?publisher=contoso&offer=windows-vm');

  await save();
  await save('contoso', 'windows-vm');
  await eventually(() => watcher.events.length > 0);

  expect(watcher.events.map(({ subject }) => subject)).toEqual(['contoso/windows-vm']);
});

it('loses nothing and shows nothing twice when the API restarts in the middle', async () => {
  const before = await watch('/api/events');
  for (let count = 0; count < 5; count += 1) await save();
  await eventually(() => before.events.length >= 2);
  const restarting = app.restart();
  for (let count = 0; count < 10; count += 1) await save();
  await restarting;
  expect(await before.ended).toBe('ended');

  const after = await watch('/api/events', { ...bearer(apiToken), 'Last-Event-ID': before.lastId() ?? '' });
  await save();
  const ids = () => [...before.events, ...after.events].map(({ id }) => id);
  await eventually(() => ids().length >= 16);

  const all = await app.catalogue.events.after(undefined, 100);
  expect(ids()).toEqual(all.map(({ cursor }) => cursor));
});

it('keeps no place for watchers that have gone', async () => {
  const stop = new AbortController();
  const asked = { headers: bearer(apiToken), signal: stop.signal };
  await Promise.all(Array.from({ length: 100 }, () => fetch(`${app.url}/api/events`, asked)));
  const refused = await fetch(`${app.url}/api/events`, { headers: bearer(apiToken) });

  stop.abort();
  await eventually(async () => (await watch('/api/events')).status === 200);

  expect(refused.status).toBe(429);
});

it('ends the stream of a token that was revoked', async () => {
  await save();
  const { secret, revoke } = await tokenOf('contoso');
  const watcher = await watch('/api/events', bearer(secret));
  await eventually(() => watcher.comments() > 0);

  await revoke();

  expect(await watcher.ended).toBe('ended');
  expect((await fetch(`${app.url}/api/events`, { headers: bearer(secret) })).status).toBe(401);
});

it('lets a signed-in browser watch, until it signs out', async () => {
  const cookie = await sessionCookie(app.test.app);
  const watcher = await watch('/events', { Cookie: cookie });
  await save();
  await eventually(() => watcher.events.length === 1);

  await app.test.app.request('/sign-out', {
    method: 'POST',
    headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
  });

  expect(await watcher.ended).toBe('ended');
});

it('tells the story of an operation until it has ended, and then tells browsers to stop', async () => {
  const { catalogue } = app;
  const operationId = randomUUID();
  await openSample(catalogue, 'p1');
  await catalogue.operations.create({ operationId, kind: 'publish', ...offer, publicationId: 'p1', actor });
  const path = `/api/publishers/contoso/offers/linux-vm/operations/${operationId}/events`;
  const early = await watch(path);
  await save();
  await catalogue.publications.record({
    publicationId: 'p1',
    runId: 'p1-run',
    firstSequence: 1,
    events: story('p1', { kind: 'ended', outcome: 'live' }),
  });
  await early.ended;

  const late = await watch(path);
  await late.ended;
  const done = await fetch(`${app.url}${path}`, {
    headers: { ...bearer(apiToken), 'Last-Event-ID': early.lastId() ?? '' },
  });

  const kinds = early.events.map(({ type }) => type.replace('offer-publication.', ''));
  expect(kinds).toEqual([
    'offer.versionFrozen',
    'operation.accepted',
    'publication.started',
    'publication.opened',
    'publication.ended',
    'operation.changed',
  ]);
  expect(late.events).toEqual(early.events);
  expect(done.status).toBe(204);
});

it.each([
  ['/api/events', {}, 401, 'Unauthorized'],
  ['/api/events?after=x', bearer(apiToken), 400, 'BadRequest'],
  ['/api/events', { ...bearer(apiToken), 'Last-Event-ID': "1' or 1" }, 400, 'BadRequest'],
  [
    `/api/publishers/contoso/offers/linux-vm/operations/${randomUUID()}/events`,
    bearer(apiToken),
    404,
    'NotFound',
  ],
  ['/api/publishers/contoso/offers/linux-vm/operations/x/events', bearer(apiToken), 400, 'BadRequest'],
])('refuses %s with %j: %i %s', async (path, headers, status, code) => {
  const answer = await fetch(`${app.url}${path}`, { headers });

  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code, status });
});
