import { isBehind, readEventCursor } from '../../../src/domain/events/event-cursor';
import { toCloudEvent } from '../../../src/domain/events/cloud-event';
import { eventTypes, kindsOf, toldKinds } from '../../../src/domain/events/event-types';
import { historyKinds } from '../../../src/domain/text/history/history-kinds';
import { publisherHistory } from '../../../src/domain/text/history/publisher-history';
import { judgeTry } from '../../../src/domain/webhooks/judge-try';
import { someEvent } from '../../fakes/fake-event-feed';

/** Happen inside; nobody outside has to know. */
const inside = ['mailSent', ...Object.keys(publisherHistory.kinds)];

it('decides of every kind of event whether it is told outside', () => {
  expect([...toldKinds, ...inside].toSorted()).toEqual(Object.keys(historyKinds).toSorted());
});

it.each(['mailSent', 'tokenCreated', 'webhookChanged', 'constructor', '__proto__'])(
  'tells nobody of %s',
  (kind) => {
    expect(toCloudEvent({ ...someEvent, kind }, 'http://offers.example')).toBeUndefined();
  },
);

it('tells no field that its type does not name, and no address of a person', () => {
  const payload = { emails: ['ann@contoso.example'], runId: 'r', kind: 'emailsProvided', at: 'x' };

  const told = toCloudEvent({ ...someEvent, kind: 'emailsProvided', payload }, 'http://offers.example');

  expect(told?.data).toEqual({
    publisherId: 'contoso',
    offerId: 'linux-vm',
    publicationId: 'p1',
    actor: null,
  });
});

it('gives each type one kind, and knows no other', () => {
  expect(kindsOf(eventTypes)).toEqual(toldKinds);
  expect(kindsOf(['offer-publication.offer.mailSent'])).toBeUndefined();
});

it.each([
  ['100.1', '', true],
  ['100.2', '100.1', true],
  ['100.10', '100.9', true],
  ['99.10', '100.9', false],
  ['1000.1', '999.9', true],
  ['100.1', '100.1', false],
])('knows whether %s is behind %j: %s', (cursor, other, expected) => {
  expect(isBehind(cursor, other)).toBe(expected);
});

it.each(['', '1', '1.', '.1', '1.1.1', '-1.1', '1.1 ', `${'9'.repeat(20)}.1`])(
  'reads no cursor in %j',
  (text) => {
    expect(readEventCursor(text)).toBeUndefined();
  },
);

it('is patient with a receiver for about three days, and with one that is gone not at all', () => {
  const waits: number[] = [];
  for (let tries = 1; ; tries += 1) {
    const verdict = judgeTry({ status: 500, tries }, 0.5);
    if (verdict.kind !== 'again') break;
    waits.push(verdict.inMs);
  }

  const days = waits.reduce((sum, wait) => sum + wait, 0) / 86_400_000;
  expect(days).toBeGreaterThan(2.8);
  expect(days).toBeLessThan(3.2);
  expect(waits).toEqual(waits.toSorted((one, other) => one - other));
  expect(judgeTry({ status: 410, tries: 1 }, 0.5)).toMatchObject({ kind: 'failed' });
  expect(judgeTry({ status: null, tries: 13 }, 0.5)).toMatchObject({
    disable: { code: 'webhook.exhausted' },
  });
});

it.each([
  [0, 4000],
  [1, 6000],
])('spreads tries by a fifth (%d: %d ms)', (jitter, inMs) => {
  expect(judgeTry({ status: 500, tries: 1 }, jitter)).toEqual({ kind: 'again', inMs });
});

it.each([
  [60_000, 60_000],
  [-5, 5000],
  [10 * 86_400_000, 86_400_000],
])('heeds a receiver that asks for %d ms, within a day: %d', (retryAfterMs, inMs) => {
  expect(judgeTry({ status: 503, tries: 1, retryAfterMs }, 0.5)).toEqual({ kind: 'again', inMs });
});
