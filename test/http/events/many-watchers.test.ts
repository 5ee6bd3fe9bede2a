import { createEventHub } from '../../../src/http/events/event-hub';
import { fakeEventFeed } from '../../fakes/fake-event-feed';
import { testApp } from '../../support/test-app';

it('asks a watcher to come back later when a process has as many as it can have', async () => {
  const log = { warn: () => undefined };
  const eventHub = createEventHub({ feed: fakeEventFeed(), publicUrl: '', log, mostWatchers: 0 });
  const { api } = testApp({ eventHub });

  const answer = await api('GET', '/api/events');

  expect(answer.status).toBe(503);
  expect(answer.headers.get('Retry-After')).toBe('30');
  expect(await answer.json()).toMatchObject({ code: 'Unavailable' });
});
