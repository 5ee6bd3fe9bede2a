import { Client } from 'pg';

/** Rows of a query on a connection of its own, past every adapter of ours. */
export async function tableRows<Row extends Record<string, unknown>>(
  databaseUrl: string,
  query: string,
): Promise<readonly Row[]> {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(query)).rows;
  } finally {
    await client.end();
  }
}
