import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import { DatabaseError, Pool, type PoolClient, type PoolConfig, types } from 'pg';
import type { Log } from '../../../log';
import type { Database } from '../schema';

export type Connection = Kysely<Database>;

export type ConnectionSettings = { readonly log?: Log | undefined; readonly patience?: number };

/**
 * A pool on the catalogue's database. A database that hangs is an error within seconds, never a wait: callers
 * retry. Connections lost while idle (a restart of PostgreSQL) are dropped and replaced at the next use.
 */
export function connect(databaseUrl: string, { log, patience }: ConnectionSettings = {}): Connection {
  const pool = new Pool({ ...clientConfig(databaseUrl, patience), max: 10, idleTimeoutMillis: 30_000 });
  pool.on('error', (error) => log?.warn({ reason: error.message }, 'an idle database connection was lost'));
  return new Kysely<Database>({
    dialect: new PostgresDialect({ pool: withoutHungClients(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** `patience`: milliseconds one statement may take. The client waits a little longer, for a server that is silent. */
export function clientConfig(databaseUrl: string, patience = 8000): PoolConfig {
  return {
    connectionString: databaseUrl,
    application_name: 'offer-publication',
    connectionTimeoutMillis: patience * 0.625,
    lock_timeout: patience / 2,
    statement_timeout: patience,
    query_timeout: patience * 1.25,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
    types: { getTypeParser: parserOf },
  };
}

const int8 = 20;
const timestamptz = 1184;
const parseTime = types.getTypeParser(timestamptz) as (text: string) => Date;

/** 64-bit numbers stay exact, times are ISO 8601 texts; the rest as `pg` reads it. */
function parserOf(...[oid, format]: Parameters<typeof types.getTypeParser>): (text: string) => unknown {
  if (oid === int8) return BigInt;
  if (oid === timestamptz) return (text) => parseTime(text).toISOString();
  return types.getTypeParser(oid, format) as (text: string) => unknown;
}

/** After a query without an answer the connection is useless: whatever is sent next would wait behind it. */
function withoutHungClients(pool: Pool): PostgresPool {
  return {
    connect: async () => guarded(await pool.connect()),
    end: () => pool.end(),
  };
}

function guarded(client: PoolClient): PostgresPoolClient {
  let lost: Error | undefined;
  const lose = (error: Error): void => {
    lost ??= error;
  };
  // The pool listens only while a client is idle; an error nobody listens to would end the process.
  client.on('error', lose);
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (lost !== undefined) throw lost;
    try {
      return await client.query(text, [...values]);
    } catch (error) {
      if (error instanceof Error && !(error instanceof DatabaseError)) lose(error);
      throw error;
    }
  };
  const release = (): void => {
    client.release(lost);
    client.off('error', lose);
  };
  return { query: query as PostgresPoolClient['query'], release };
}
