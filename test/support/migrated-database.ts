import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { ensureDatabase } from '../../src/local/components/postgres';
import { applyMigrations } from '../../src/services/catalogue/database/apply-migrations';
import { migrations } from '../../src/services/catalogue/migrations';
import { databaseBeside, newDatabaseName, testStack } from './stack';

/** Named by what is in it: a server that is kept for several test runs may see several states of the sources. */
const template = `migrated_${createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 32)}`;

/** Once per test run, before its first test: nobody may be connected to it while it is copied. */
export async function prepareMigratedDatabase(serverUrl: string): Promise<void> {
  await ensureDatabase(serverUrl, template);
  await applyMigrations(databaseBeside(serverUrl, template));
}

/** A new database of the caller's own with every table and no row; to migrate each would take five times as long. */
export async function migratedDatabase(): Promise<string> {
  const { databaseUrl } = testStack();
  const name = newDatabaseName();
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`create database ${name} template ${template}`);
  } finally {
    await client.end();
  }
  return databaseBeside(databaseUrl, name);
}
