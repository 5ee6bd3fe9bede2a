import { applyMigrations } from '../../../../src/services/catalogue/database/apply-migrations';
import { until } from '../../../support/until';
import { openPostOffice, type PostOffice } from '../../webhooks/post-office';
import { query } from '../sample';

let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office.drop());

const ahead = 1_000_000_000;

/** What a dump brings from a server that has counted so many transactions more than this one. */
async function comeFromAnotherServer(): Promise<void> {
  const raised = (column: string) => `${column} = (${column}::text::bigint + ${ahead})::text::xid8`;
  await query(
    office.databaseUrl,
    `do $$ begin
      alter table event disable trigger event_is_kept;
      update event set ${raised('xid')};
      update webhook_feed set ${raised('xid')};
      update webhook set ${raised('since_xid')};
      alter table event enable trigger event_is_kept;
    end $$`,
  );
}

const newestOf = (count: number): Promise<string> =>
  until('all events are told', async () => {
    const told = await office.catalogue.events.after(undefined, 100);
    return told.length === count && told.at(-1)?.cursor;
  });

const later = (cursor: string, transactions: number): string => {
  const [transaction, id] = cursor.split('.');
  return `${Number(transaction) + transactions}.${id}`;
};

/** By the order in which they were written. */
const newestCursor = async (): Promise<string | undefined> =>
  (
    await query<{ cursor: string }>(
      office.databaseUrl,
      `select xid || '.' || id as cursor from event order by id desc limit 1`,
    )
  )[0]?.cursor;

const migrate = () => applyMigrations(office.databaseUrl);

const publishersAfter = async (cursor: string): Promise<readonly string[]> =>
  (await office.catalogue.events.after(cursor, 100)).map(({ publisherId }) => publisherId);

it('tells on what happens after a dump was restored on another server', async () => {
  await office.subscribe();
  await office.happen(3);
  await office.sendUntil(() => office.receiver.arrived.length >= 3);
  const lastSeen = later(await newestOf(4), ahead);
  // The old server told a little more before it was given up, and the dump does not have it.
  const lostSince = later(lastSeen, 100_000);
  await comeFromAnotherServer();

  await migrate();
  await office.subscribe({ publisherId: 'fabrikam' });
  await office.happen(1, 'fabrikam');
  await office.happen(1);
  await office.sendUntil(() => office.receiver.arrived.length >= 5);

  const arrived = office.receiver.arrived.slice(3).map(({ event }) => event.subject);
  expect(arrived.toSorted()).toEqual(['contoso/linux-vm', 'fabrikam/linux-vm']);
  await until('the events are final', async () => (await publishersAfter(lastSeen)).length === 3);
  expect(await publishersAfter(lastSeen)).toEqual(['fabrikam', 'fabrikam', 'contoso']);
  expect(await publishersAfter(lostSince)).toEqual(['fabrikam', 'fabrikam', 'contoso']);
});

it('goes on once, however many processes migrate at the same time, and on a third server again', async () => {
  const takeOver = async () =>
    (await Promise.all([1, 2, 3].map(migrate))).filter((each) => each.feedTakenOver).length;

  await office.happen(1);
  await comeFromAnotherServer();
  const second = await takeOver();
  await office.happen(1);
  await comeFromAnotherServer();
  const third = await takeOver();
  await office.happen(1);

  expect([second, third]).toEqual([1, 1]);
  expect(await newestOf(3)).toBe(await newestCursor());
});

it('leaves the feed alone of the server that wrote it', async () => {
  await office.happen(1);

  const { feedTakenOver } = await migrate();
  await office.happen(1);

  const bases = await query<{ base: bigint }>(office.databaseUrl, 'select base from feed_base');
  expect(feedTakenOver).toBe(false);
  expect(bases.map(({ base }) => Number(base))).toEqual([0]);
});
