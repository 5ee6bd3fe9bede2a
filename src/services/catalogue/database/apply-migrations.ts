import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { continueFeed } from '../events/feed-continuation';
import { migrations as ownMigrations } from '../migrations';
import { feedPlace } from '../migrations/0026-feed-place';
import type { Migration } from '../migrations/migration';

export type MigrationResult = {
  readonly applied: readonly string[];
  readonly alreadyThere: number;
  /** Applied by a newer release of this program; left alone, so that releases can overlap. */
  readonly unknown: readonly string[];
  /** What was there came from another server, and the feed of events goes on behind it. */
  readonly feedTakenOver: boolean;
};

/**
 * Brings the database to this release's schema, all or nothing. Several processes may call it at once: one works,
 * the others wait and find it done. Throws {@link ChangedMigrationError} when an applied migration's text has changed.
 */
export async function applyMigrations(
  databaseUrl: string,
  migrations: readonly Migration[] = ownMigrations,
): Promise<MigrationResult> {
  const client = new Client({
    connectionString: databaseUrl,
    application_name: 'offer-publication migrate',
    connectionTimeoutMillis: 10_000,
  });
  // A connection lost between two statements is told by the next one; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const result = await bringUpToDate(client, migrations);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

export class ChangedMigrationError extends Error {
  constructor(name: string) {
    super(
      `Migration ${name} was changed after this database had applied it. Restore its text and put the change into a new migration.`,
    );
    this.name = 'ChangedMigrationError';
  }
}

/** Any number that nobody else uses for an advisory lock in this database. */
const migrationLock = 4_117_201;

async function bringUpToDate(client: Client, migrations: readonly Migration[]): Promise<MigrationResult> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  await client.query(`create table if not exists applied_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from applied_migration order by name',
  );
  const there = new Map(rows.map(({ name, checksum }) => [name, checksum]));
  const changed = migrations.find(
    (migration) => there.has(migration.name) && there.get(migration.name) !== checksumOf(migration),
  );
  if (changed !== undefined) throw new ChangedMigrationError(changed.name);

  const missing = migrations.filter(({ name }) => !there.has(name));
  for (const migration of missing) {
    await client.query(migration.statements);
    await client.query('insert into applied_migration (name, checksum) values ($1, $2)', [
      migration.name,
      checksumOf(migration),
    ]);
  }
  const known = new Set(migrations.map(({ name }) => name));
  const feedTakenOver = known.has(feedPlace.name) && (await continueFeed(client));
  return {
    applied: missing.map(({ name }) => name),
    alreadyThere: migrations.length - missing.length,
    unknown: [...there.keys()].filter((name) => !known.has(name)),
    feedTakenOver,
  };
}

function checksumOf({ statements }: Migration): string {
  return createHash('sha256').update(statements).digest('hex');
}
