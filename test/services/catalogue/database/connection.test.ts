import { createConnection, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { sql } from 'kysely';
import { connect, type Connection } from '../../../../src/services/catalogue/database/connection';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { actor, draft, offer, query } from '../sample';

/** Milliseconds: long enough that the server's limits come before the client's, however busy the machine is. */
const patience = 20_000;
let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

/** A way to PostgreSQL on which everything can be held up, as by a network that swallows packets. */
async function swallowingProxy(databaseUrl: string) {
  const { hostname, port } = new URL(databaseUrl);
  const sockets: Socket[] = [];
  const server: Server = createServer((near) => {
    const far = createConnection(Number(port), hostname);
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => socket.destroy());
    near.pipe(far).pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    /** Nothing passes any more on connections made so far. */
    swallow: () => sockets.forEach((socket) => socket.unpipe()),
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

const answer = (db: Connection) =>
  sql`select 1 as one`.execute(db).then(
    ({ rows }) => rows,
    (error: Error) => error.message,
  );

it('gives up on a server that does not answer, also inside a transaction, and asks the next time on a new connection', async () => {
  const proxy = await swallowingProxy(fresh.databaseUrl);
  const db = connect(proxy.url, { patience });

  const transaction = db.transaction().execute(async (trx) => {
    await sql`select 1`.execute(trx);
    proxy.swallow();
    await sql`select 2`.execute(trx);
  });

  await expect(transaction).rejects.toThrow('Query read timeout');
  expect(await answer(db)).toEqual([{ one: 1 }]);
  await db.destroy();
  proxy.close();
});

it('survives the loss of a connection between two statements of a transaction', async () => {
  const db = connect(fresh.databaseUrl);

  const transaction = db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await query(fresh.databaseUrl, 'select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await sql`select 2`.execute(trx);
  });

  await expect(transaction).rejects.toThrow('terminat');
  expect(await answer(db)).toEqual([{ one: 1 }]);
  await db.destroy();
});

it('gives up waiting for a lock that somebody else keeps', async () => {
  await fresh.catalogue.offers.saveDraft(offer, draft(), { actor });
  const [holder, waiter] = [connect(fresh.databaseUrl), connect(fresh.databaseUrl, { patience })];
  const lock = (db: Connection) => db.selectFrom('offer').select('offerId').forUpdate().execute();

  const waiting = await holder.transaction().execute(async (trx) => {
    await lock(trx);
    return lock(waiter).catch((error: Error) => error.message);
  });

  expect(waiting).toContain('lock timeout');
  expect(await lock(waiter)).toHaveLength(1);
  await Promise.all([holder.destroy(), waiter.destroy()]);
});

it('stops a statement that takes too long', async () => {
  const db = connect(fresh.databaseUrl, { patience });

  await expect(sql`select pg_sleep(60)`.execute(db)).rejects.toThrow('statement timeout');

  expect(await answer(db)).toEqual([{ one: 1 }]);
  await db.destroy();
});

it('reads 64-bit numbers exactly and times as ISO 8601', async () => {
  const db = connect(fresh.databaseUrl);

  const { rows } =
    await sql`select 9007199254740993 as ticks, '2030-01-02 03:04:05+01'::timestamptz as at`.execute(db);

  expect(rows).toEqual([{ ticks: 9007199254740993n, at: '2030-01-02T02:04:05.000Z' }]);
  await db.destroy();
});
