import { randomUUID } from 'node:crypto';
import { createEventHub, type EventHub } from '../../../src/http/events/event-hub';
import { fakeEventFeed } from '../../fakes/fake-event-feed';
import { offerPath, testApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

let eventHub: EventHub;
const hubFor = (mostWatchers: number): EventHub => {
  const log = { warn: () => undefined };
  return (eventHub = createEventHub({ feed: fakeEventFeed(), publicUrl: '', log, mostWatchers }));
};
afterEach(() => eventHub.close());

it('asks a watcher to come back later when a process has as many as it can have', async () => {
  const { api } = testApp({ eventHub: hubFor(0) });

  const answer = await api('GET', '/api/events');

  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('30');
  expect(await answer.json()).toMatchObject({ code: 'Unavailable' });
});

it('answers HEAD as GET, without a stream that nobody would end', async () => {
  const { api, catalogue } = testApp({ eventHub: hubFor(1) });
  const operationId = randomUUID();
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const operation = { operationId, kind: 'publish', ...offer, publicationId: 'p1', actor: 'ann' } as const;
  await catalogue.operations.create(operation);

  for (const path of ['/api/events', '/events', `${offerPath}/operations/${operationId}/events`]) {
    const answer = await api('HEAD', path);
    await new Promise(setImmediate);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(eventHub.hasRoom()).toBe(true);
  }
});

it('lets one token watch a hundred times at once; others are not concerned', async () => {
  const test = testApp({ eventHub: hubFor(1000) });
  const other = await tokenFor(test, 'Reviewer');
  const open = await Promise.all(Array.from({ length: 100 }, () => test.api('GET', '/api/events')));

  const refused = await test.api('GET', '/events');
  const others = await test.api('GET', '/api/events', undefined, bearing(other));
  await open[0]?.body?.cancel();
  const afterOneLeft = await test.api('GET', '/api/events');

  expect(new Set(open.map(({ status }) => status))).toEqual(new Set([200]));
  expect(refused.status).toBe(429);
  expect(refused.headers.get('Retry-After')).toBe('30');
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await refused.json()).toMatchObject({ code: 'TooManyRequests' });
  expect([others.status, afterOneLeft.status]).toEqual([200, 200]);
});

it('counts no stream that could not begin', async () => {
  const feed = fakeEventFeed();
  const log = { warn: () => undefined };
  eventHub = createEventHub({ feed, publicUrl: '', log });
  const { api } = testApp({ eventHub });
  const { watch } = feed;
  feed.watch = () => Promise.reject(new Error('away'));
  for (let count = 0; count < 100; count += 1) await api('GET', '/api/events');
  feed.watch = watch;

  const answer = await api('GET', '/api/events');

  expect(answer.status).toBe(200);
});
