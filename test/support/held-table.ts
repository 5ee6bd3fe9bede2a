import { Client } from 'pg';

/** Until it is let go, whoever would write to this table waits; everybody may read it. */
export async function holdTable(databaseUrl: string, table: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: databaseUrl });
  // A test that fails drops its database with us in it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('begin');
  await client.query(`lock table ${client.escapeIdentifier(table)} in share mode`);
  return () => client.end();
}
