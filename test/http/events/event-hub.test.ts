import { createEventHub, type EventHub } from '../../../src/http/events/event-hub';
import type { Watcher } from '../../../src/http/events/watchers';
import { type FakeEventFeed, fakeEventFeed } from '../../fakes/fake-event-feed';
import { eventually } from '../../support/eventually';

let feed: FakeEventFeed;
let hub: EventHub;
let warnings: unknown[];

beforeEach(() => {
  feed = fakeEventFeed();
  warnings = [];
  hub = createEventHub({
    feed,
    publicUrl: 'http://offers.example',
    log: { warn: (entry: unknown) => void warnings.push(entry) },
  });
});
afterEach(() => hub.close());

type Seen = Watcher & { readonly ids: string[]; isEnded: boolean };

function watcher(filter: Watcher['filter'] = {}): Seen {
  const seen: Seen = {
    ids: [],
    isEnded: false,
    filter,
    send: ({ event }) => void seen.ids.push(event.cursor),
    beat: () => undefined,
    end: () => (seen.isEnded = true),
  };
  return seen;
}

it('reads the feed once for all watchers, and gives each what it reaches', async () => {
  const everything = Array.from({ length: 50 }, () => watcher());
  const contoso = watcher({ publisherId: 'contoso', offerId: 'linux-vm' });
  const run = watcher({ publicationId: 'p2' });
  const from = await hub.position();
  for (const each of [...everything, contoso, run]) hub.join(each, from);
  const askedBefore = feed.asked;

  feed.add();
  feed.add({ publisherId: 'fabrikam' });
  feed.add({ publicationId: 'p2' });
  await eventually(() => everything.every(({ ids }) => ids.length === 3));

  expect(everything[0]?.ids).toEqual(['100.1', '100.2', '100.3']);
  expect(contoso.ids).toEqual(['100.1', '100.3']);
  expect(run.ids).toEqual(['100.3']);
  expect(feed.asked - askedBefore).toBeLessThanOrEqual(4);
});

it('gives what followed a cursor from memory, without asking the feed', async () => {
  feed.add();
  const from = await hub.position();
  const first = watcher();
  hub.join(first, from);
  feed.add();
  feed.add();
  await eventually(() => first.ids.length === 2);
  const asked = feed.asked;
  const late = watcher();

  const isIn = hub.join(late, '100.2');

  expect(isIn).toBe(true);
  expect(late.ids).toEqual(['100.3']);
  expect(feed.asked).toBe(asked);
});

it('sends a watcher away whose last event is not in memory any more', async () => {
  feed.add();
  feed.add();
  await hub.position();

  expect(hub.join(watcher(), '100.1')).toBe(false);
});

it('gives a watcher that has read further than the hub nothing twice', async () => {
  const from = await hub.position();
  const ahead = watcher();
  const behind = watcher();
  hub.join(ahead, '100.2');
  hub.join(behind, from);

  feed.add();
  feed.add();
  feed.add();
  await eventually(() => behind.ids.length === 3);

  expect(ahead.ids).toEqual(['100.3']);
});

it('waits for an event whose place is not final yet, without being told again', async () => {
  const each = watcher();
  hub.join(each, await hub.position());
  feed.heldFrom = '100.1';
  feed.add();
  const asked = feed.asked;
  await eventually(() => feed.asked > asked + 1);
  const early = [...each.ids];

  feed.heldFrom = undefined;
  await eventually(() => each.ids.length === 1);

  expect(early).toEqual([]);
});

it('goes on after a failure of the feed', async () => {
  const each = watcher();
  hub.join(each, await hub.position());
  const after = feed.after;
  feed.after = () => Promise.reject(new Error('away'));
  feed.add();
  await eventually(() => warnings.length > 0);

  feed.after = after;
  await eventually(() => each.ids.length === 1);

  expect(each.ids).toEqual(['100.1']);
});

it('can begin although the database was away at first', async () => {
  const watch = feed.watch;
  feed.watch = () => Promise.reject(new Error('away'));
  await expect(hub.position()).rejects.toThrow('away');

  feed.watch = watch;

  await expect(hub.position()).resolves.toBe('');
});

it('leaves no connection open that nobody will close, when the feed cannot be read', async () => {
  const { newest, watch } = feed;
  let open = 0;
  feed.watch = async (onMore) => {
    const stop = await watch(onMore);
    open += 1;
    return async () => {
      open -= 1;
      await stop();
    };
  };
  feed.newest = () => Promise.reject(new Error('away'));
  await expect(hub.position()).rejects.toThrow('away');
  const afterFailure = open;

  feed.newest = newest;
  await hub.position();

  expect([afterFailure, open]).toEqual([0, 1]);
});

it('misses nothing that comes while it opens', async () => {
  const { watch } = feed;
  feed.watch = async (onMore) => {
    feed.add();
    return watch(onMore);
  };
  const each = watcher();

  await hub.position();
  hub.join(each, '');
  await eventually(() => each.ids.length === 1);

  expect(each.ids).toEqual(['100.1']);
});

it('ends every watcher when it closes, and takes no new one', async () => {
  const each = watcher();
  const from = await hub.position();
  hub.join(each, from);

  await hub.close();

  expect(each.isEnded).toBe(true);
  expect(hub.join(watcher(), from)).toBe(false);
});
