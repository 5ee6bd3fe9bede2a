import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { until } from '../../../support/until';
import { actor, draft, offer, openSample, query, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

/** Transactions elsewhere on the server can hold the newest events back for a moment. */
const untilTold = <T>(ask: () => Promise<readonly T[]>, count: number): Promise<readonly T[]> =>
  until(`${count} events are told`, async () => {
    const found = await ask();
    return found.length >= count && found;
  });

const insert = (client: Client, kind: string) =>
  client.query(
    `insert into event (publisher_id, offer_id, kind, payload) values ('contoso', 'vm', $1, '{}')`,
    [kind],
  );

it('tells everything that happens to an offer, with its actor', async () => {
  const { catalogue } = fresh;
  await openSample(catalogue, 'p1');
  await catalogue.operations.create({
    operationId: 'o1',
    kind: 'publish',
    ...offer,
    publicationId: 'p1',
    actor,
  });
  const events = story('p1', { kind: 'ended', outcome: 'live' });
  await catalogue.publications.record({ publicationId: 'p1', runId: 'p1-run', firstSequence: 1, events });
  const request = { ...offer, publicationId: 'p1', step: null, text: 'help', findings: [] };
  await catalogue.supportRequests.create(
    { ...request, contactEmail: 'bob@contoso.example' },
    { actor: 'bob', readers: [] },
  );

  const told = await untilTold(() => catalogue.events.after(undefined, 100), 8);

  expect(told.map(({ kind, actor: by }) => [kind, by])).toEqual([
    ['draftSaved', actor],
    ['versionFrozen', null],
    ['operationAccepted', actor],
    ['started', actor],
    ['opened', null],
    ['ended', null],
    ['operationChanged', null],
    ['supportRequested', 'bob'],
  ]);
});

it('goes on from any cursor without repeating or leaving out an event', async () => {
  const { catalogue } = fresh;
  for (let count = 0; count < 5; count += 1) await catalogue.offers.saveDraft(offer, draft(), { actor });
  const all = await untilTold(() => catalogue.events.after(undefined, 100), 5);

  const pages = [];
  for (let cursor: string | undefined; ;) {
    const page = await catalogue.events.after(cursor, 2);
    if (page.length === 0) break;
    pages.push(page.length);
    cursor = page.at(-1)?.cursor;
  }

  expect(pages).toEqual([2, 2, 1]);
  expect(await catalogue.events.after(all[1]!.cursor, 2)).toEqual(all.slice(2, 4));
  await expect(catalogue.events.after('x', 1)).rejects.toThrow('not an event cursor');
});

it('never shows an event before one that commits later can still come in front of it', async () => {
  const [slow, quick] = [1, 2].map(() => new Client({ connectionString: fresh.databaseUrl }));
  await slow!.connect();
  await quick!.connect();
  // The older transaction takes the higher id, and commits last.
  await slow!.query('begin');
  await slow!.query('select pg_current_xact_id()');
  await insert(quick!, 'quick');
  await insert(slow!, 'slow');

  const early = await fresh.catalogue.events.after(undefined, 10);
  await slow!.query('commit');
  const late = await untilTold(() => fresh.catalogue.events.after(undefined, 10), 2);
  await Promise.all([slow!.end(), quick!.end()]);

  expect(early).toEqual([]);
  expect(late.map(({ kind }) => kind)).toEqual(['slow', 'quick']);
});

it('gives one reader all events of many writers exactly once', async () => {
  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let count = 0; count < 10; count += 1) {
      await fresh.catalogue.offers.saveDraft({ ...offer, offerId: `vm-${writer}` }, draft(), { actor });
    }
  });
  const seen: string[] = [];
  const reader = async (): Promise<void> => {
    for (let cursor: string | undefined; seen.length < 60;) {
      const page = await fresh.catalogue.events.after(cursor, 7);
      seen.push(...page.map((event) => event.cursor));
      cursor = page.at(-1)?.cursor ?? cursor;
      await pause(1);
    }
  };

  await Promise.all([...writers, reader()]);

  expect(new Set(seen).size).toBe(60);
});

it.each(['update event set kind = $1', 'delete from event where kind <> $1', 'truncate event'])(
  'is append-only: %s',
  async (statement) => {
    await fresh.catalogue.offers.saveDraft(offer, draft(), { actor });

    const change = query(fresh.databaseUrl, statement, statement.includes('$1') ? ['x'] : []);

    await expect(change).rejects.toThrow('never changed or removed');
  },
);
