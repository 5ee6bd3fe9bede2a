import { type CommandName, commandNames } from '../../src/domain/publication/commands';
import type { PublicationEvent } from '../../src/domain/publication/events';
import type { Message } from '../../src/domain/text/language';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { json, rawSignal, type RawPayload } from '../support/raw-signal';
import { rawUpdate } from '../support/raw-update';
import { until } from '../support/until';
import { untilStatus } from '../support/until-status';
import { type MessageRow, messageRows } from './message-rows';
import { begin, signOff, toSignOff } from './plays';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

/** A message of the contract without a row is an error of types, and of every test here. */
const rows = commandNames.map((name) => [name, messageRows[name]] as const);
const envelope = { requestId: 'the-one', actor: 'carl' };
const good = ({ fields }: MessageRow): object => ({ ...envelope, ...fields });

it.each(rows)('records what nobody can read as %s, by signal, and goes on', async (name, row) => {
  const { activities, events, calls } = fakePublicationActivities();
  const sent = unreadable(row);

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    for (const { payloads } of sent) await rawSignal(bench, name, payloads);
    await until('all are recorded', () => codesAbout(name, events()).length >= sent.length);
    expect(calls).not.toContain('goLiveNow');
    await signOff(bench);
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });

  expect(codesAbout(name, events())).toEqual(sent.map(({ recorded }) => recorded));
});

it.each(rows)('refuses what nobody can read as %s, by update, and leaves no trace', async (name, row) => {
  const { activities, events, calls } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    for (const { payloads, refusal } of unreadable(row)) {
      expect(await rawUpdate(bench, name, payloads)).toEqual({ refusal });
    }
    expect(calls).not.toContain('goLiveNow');
    await signOff(bench);
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });

  expect(codesAbout(name, events())).toEqual([]);
});

it.each(rows)('cuts or refuses 100 KB of text in %s', async (name, row) => {
  const { activities, events } = fakePublicationActivities();
  await bench.withWorker(activities, () => toSignOff(bench));
  await rawSignal(bench, name, [json({ ...good(row), ...row.long.fields })]);

  await bench.withWorker(activities, () =>
    until('it is recorded', () => codesIn(events()).includes(row.long.code)),
  );

  expect(JSON.stringify(events()).length).toBeLessThan(20_000);
  await stopped();
});

it.each(rows)(
  'takes %s once, whatever else stands in it, and answers it alike each time',
  async (name, row) => {
    const { activities, events } = (row.fake ?? fakePublicationActivities)();
    const message = json({ ...good(row), colour: 'red', more: { than: ['was', 'asked'] } });
    await bench.withWorker(activities, () => row.fits.lead(bench));
    await rawSignal(bench, name, [message]);
    await rawSignal(bench, name, [message]);
    const asked = rawUpdate(bench, name, [message]);

    const answer = await bench.withWorker(activities, async () => {
      await until('it is recorded', () => codesIn(events()).includes(row.fits.code));
      return asked;
    });

    expect(answer).toMatchObject({ success: { kind: 'accepted', message: { code: row.fits.code } } });
    expect(codesIn(events()).filter((code) => code === row.fits.code)).toHaveLength(1);
    await stopped();
  },
);

it.each(rows)('records an early %s before the first step', async (name, row) => {
  const { activities, events } = fakePublicationActivities();
  await begin(bench);
  await rawSignal(bench, name, [json(good(row))]);

  await bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await signOff(bench);
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });

  expect(codesIn(events())[0]).toBe(row.early);
});

it.each(rows)('records a late %s, by signal, while production becomes the preview', async (name, row) => {
  const flipping = gate();
  const letGo = gate();
  const { activities, events } = fakePublicationActivities({
    async goLiveNow() {
      flipping.open();
      await letGo.opened;
      return { links: [] };
    },
  });

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    await signOff(bench);
    await flipping.opened;
    await rawSignal(bench, name, [json(good(row))]);
    await until('it is recorded', () => codesIn(events()).includes(row.whileFlipping));
    letGo.open();
    expect((await bench.client.result(bench.offer)).outcome).toBe('live');
  });
});

it.each(rows)(
  'records a late %s, by signal, while a canceled publication is cleaned up',
  async (name, row) => {
    const cleaning = gate();
    const letGo = gate();
    const { activities, events } = fakePublicationActivities({
      async withdraw() {
        cleaning.open();
        await letGo.opened;
      },
    });

    await bench.withWorker(activities, async () => {
      await toSignOff(bench);
      await bench.client.cancel(bench.offer, { actor: 'ann' });
      await cleaning.opened;
      await rawSignal(bench, name, [json(good(row))]);
      await until('it is recorded', () => codesIn(events()).includes(row.whileCleanedUp));
      letGo.open();
      expect((await bench.client.result(bench.offer)).outcome).toBe('canceled');
    });
  },
);

it.each([
  ['cancel', 'goLive', 'canceled'],
  ['goLive', 'cancel', 'live'],
] as const)(
  'takes a %s by signal before an opposite %s by update of the same task',
  async (by, against, outcome) => {
    const { activities, calls } = fakePublicationActivities();
    await bench.withWorker(activities, () => toSignOff(bench));
    const refused = rawUpdate(bench, against, [json({ requestId: 'second', actor: 'bob' })]);
    await rawSignal(bench, by, [json({ requestId: 'first', actor: 'ann' })]);

    const result = await bench.withWorker(activities, () => bench.client.result(bench.offer));

    expect(result.outcome).toBe(outcome);
    expect((await refused).refusal).toMatch(/alreadyDecided|cancelNotAllowed/);
    expect(calls.includes('goLiveNow')).toBe(outcome === 'live');
  },
);

type Sent = { readonly payloads: readonly RawPayload[]; readonly recorded: string; readonly refusal: string };

function unreadable(row: MessageRow): readonly Sent[] {
  const malformed = (...payloads: readonly RawPayload[]): Sent => ({
    payloads,
    recorded: 'message.malformed',
    refusal: 'malformed',
  });
  const undecodable = (encoding: string): Sent => ({
    ...malformed({ encoding, data: JSON.stringify(good(row)) }),
    recorded: 'message.undecodable',
  });
  return [
    malformed(),
    malformed(json(null)),
    malformed(json([good(row)])),
    malformed(json('go')),
    malformed(json(5)),
    malformed(json({})),
    malformed(json({ ...good(row), requestId: 1, actor: {} })),
    malformed(json({ ...good(row), requestId: '' })),
    malformed(json({ ...good(row), requestId: 'x'.repeat(100_000) })),
    malformed(json({ ...good(row), actor: 'x'.repeat(100_000) })),
    malformed(json({ ...good(row), publicationId: 5 })),
    ...row.wrong.map((fields) => malformed(json({ ...good(row), ...fields }))),
    undecodable('json/weird'),
    undecodable('json/protobuf'),
    {
      payloads: [json({ ...good(row), publicationId: 'another' })],
      recorded: 'message.otherPublication',
      refusal: 'otherPublication',
    },
  ];
}

const messagesIn = (events: readonly PublicationEvent[]): readonly Message[] =>
  events.flatMap((event) => (event.kind === 'messageAdded' ? [event.message] : []));
const codesIn = (events: readonly PublicationEvent[]): readonly string[] =>
  messagesIn(events).map(({ code }) => code);
const codesAbout = (name: CommandName, events: readonly PublicationEvent[]): readonly string[] =>
  messagesIn(events).flatMap(({ code, params }) => (params['name'] === name ? [code] : []));

/** Some of them have ended by then. */
const stopped = (): Promise<unknown> =>
  bench
    .handle()
    .terminate()
    .catch(() => undefined);
