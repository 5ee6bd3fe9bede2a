import { createEventHub, type EventHub } from '../../../src/http/events/event-hub';
import { eventStream, type Watch } from '../../../src/http/events/event-stream';
import { type FakeEventFeed, fakeEventFeed } from '../../fakes/fake-event-feed';

const publicUrl = 'http://offers.example';
let feed: FakeEventFeed;
let hub: EventHub;

beforeEach(() => {
  feed = fakeEventFeed();
  hub = createEventHub({ feed, publicUrl, log: { warn: () => undefined }, heartbeatMs: 20 });
});
afterEach(() => hub.close());

const open = (watch: Partial<Watch> = {}): Promise<ReadableStream<Uint8Array>> =>
  eventStream({ hub, feed, publicUrl }, { ...anybody(), filter: {}, after: undefined, ...watch });

const anybody = () => ({
  isStillAllowed: async () => true,
  signal: new AbortController().signal,
  onOver: () => undefined,
});

/** Reads on until `isEnough`, or until the stream ends or breaks. */
async function read(
  stream: ReadableStream<Uint8Array>,
  isEnough: (text: string) => boolean = () => false,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  const reader = stream.getReader();
  try {
    while (!isEnough(text)) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += decoder.decode(value);
    }
    return text;
  } catch {
    return text;
  } finally {
    reader.releaseLock();
  }
}

const idsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^id: (.*)$/gm)].map(([, id]) => id ?? '');
const has = (id: string) => (text: string) => text.includes(`id: ${id}\n`) && text.endsWith('\n\n');

it('begins with what happens from now on', async () => {
  feed.add();
  const stream = await open();
  const reading = read(stream, has('100.2'));

  feed.add();

  expect(idsIn(await reading)).toEqual(['100.2']);
});

it('begins with everything that followed the last event, however much, and goes on without a gap', async () => {
  for (let count = 0; count < 250; count += 1) feed.add();
  const stream = await open({ after: '100.20' });
  const reading = read(stream, has('100.252'));

  feed.add();
  await new Promise(setImmediate);
  feed.add();

  expect(idsIn(await reading)).toEqual(Array.from({ length: 232 }, (_, index) => `100.${index + 21}`));
});

it('cuts a watcher off that does not read, and loses nothing when it comes back', async () => {
  const words = { code: 'x', params: { text: 'x'.repeat(30_000) } };
  const slow = await open();
  const first = await read(slow, (text) => text !== '');
  while (feed.events.length < 6) {
    feed.add({ kind: 'messageAdded', payload: { step: 'live', level: 'warning', message: words } });
    await new Promise(setImmediate);
  }
  const seen = idsIn(first + (await read(slow)));

  const again = await read(await open({ after: seen.at(-1) ?? '' }), has('100.6'));

  expect(seen.length).toBeLessThan(6);
  expect([...seen, ...idsIn(again)]).toEqual(feed.events.map(({ cursor }) => cursor));
});

it('ends after the last event there is to watch', async () => {
  feed.add();
  feed.add({ kind: 'ended' });
  feed.add();

  const text = await read(await open({ after: '', isLast: ({ kind }) => kind === 'ended' }));

  expect(idsIn(text)).toEqual(['100.1', '100.2']);
});

it('shows signs of life, and ends when its watcher may not watch any more', async () => {
  let isAllowed = true;
  const stream = await open({ isStillAllowed: async () => isAllowed });
  const first = await read(stream, (text) => text.includes('\n\n:\n\n'));
  isAllowed = false;

  const rest = await read(stream);

  expect(first).toMatch(/^retry: 2000\n\n(:\n\n)+$/);
  expect(rest).toMatch(/^(:\n\n)*$/);
});

it('gives nothing more to a watcher that may not watch any more while it still catches up', async () => {
  for (let count = 0; count < 300; count += 1) feed.add();
  const watch = { ...anybody(), filter: {}, after: '', isStillAllowed: async () => false };

  const stream = await eventStream({ hub, feed, publicUrl, believedMs: -1 }, watch);

  expect(idsIn(await read(stream))).toEqual([]);
});

it('keeps a watcher about whom nobody can be asked', async () => {
  const stream = await open({ isStillAllowed: () => Promise.reject(new Error('away')) });

  const text = await read(stream, (sofar) => sofar.split(':\n\n').length > 5);

  expect(text.split(':\n\n').length).toBeGreaterThan(5);
});

it('ends with its process, and begins nothing in one that ends', async () => {
  const stream = await open();
  await read(stream, (text) => text !== '');

  await hub.close();

  expect(await read(stream)).toBe('');
  await expect(open()).rejects.toThrow('This process ends');
});

describe('gives its place back once', () => {
  let left: number;
  const onOver = () => void (left += 1);
  const settled = () => new Promise(setImmediate);
  beforeEach(() => {
    left = 0;
  });

  it('when its reader cancels, and not before', async () => {
    const stream = await open({ onOver });
    await settled();
    const before = left;

    await stream.cancel();
    const after = left;
    await hub.close();

    expect([before, after, left]).toEqual([0, 1, 1]);
  });

  it.each([
    ['from now on', undefined],
    ['while it still catches up', ''],
  ])('when the client goes away before anybody reads: %s', async (_, cursor) => {
    for (let count = 0; count < 300; count += 1) feed.add();
    const client = new AbortController();
    const stream = await open({ onOver, after: cursor, signal: client.signal });
    await settled();
    const before = left;

    client.abort();
    const after = left;
    await hub.close();

    expect([before, after, left]).toEqual([0, 1, 1]);
    expect(await read(stream)).toMatch(/^retry: 2000\n\n/);
  });

  it('when the client has gone already', async () => {
    const stream = await open({ onOver, signal: AbortSignal.abort() });

    expect(await read(stream)).toBe('retry: 2000\n\n');
    expect(left).toBe(1);
  });

  it('when the feed fails', async () => {
    feed.after = () => Promise.reject(new Error('away'));
    const stream = await open({ onOver, after: '' });

    await read(stream);

    expect(left).toBe(1);
  });
});
