import { Client } from 'pg';
import { dropDatabase, freshDatabase, testStack } from './stack';
import { temporalAnswers } from '../../src/local/components/temporal';

it('gives each caller an empty database of its own, on servers that answer', async () => {
  const urls = [await freshDatabase(), await freshDatabase()];
  const client = new Client({ connectionString: urls[0] });
  await client.connect();

  const tables = await client.query(`select 1 from pg_tables where schemaname = 'public'`);

  await client.end();
  await Promise.all(urls.map((url) => dropDatabase(url)));
  expect(tables.rowCount).toBe(0);
  expect(urls[0]).not.toBe(urls[1]);
  await expect(temporalAnswers(testStack().temporalAddress)).resolves.toBeUndefined();
});
