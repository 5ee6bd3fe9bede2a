import { Client } from 'pg';
import { SealedSecretError, sealSecrets, type SealRing, type SecretsKeys } from './seal-secrets';
import { sealedColumns, type SealedColumn } from './sealed-columns';

export type Resealed = {
  readonly resealed: number;
  /** What no key opens, by place. It stays as it is. */
  readonly closed: readonly string[];
  /** Sealed under another key while this was at work: some process still seals with it. */
  readonly left: number;
};

export type ResealOptions = {
  readonly onBatch?: (resealed: number) => void | Promise<void>;
  readonly batch?: number;
};

const passes = 5;

/**
 * Seals everything anew under the first key, in small transactions, beside processes at work. What is done stays done:
 * killed, it is simply called again. Each row is replaced only while it holds what was read.
 */
export async function resealSecrets(
  databaseUrl: string,
  keys: SecretsKeys,
  { onBatch, batch = 500 }: ResealOptions = {},
): Promise<Resealed> {
  const ring = sealSecrets(keys);
  const client = new Client({ connectionString: databaseUrl, application_name: 'offer-publication reseal' });
  // A connection lost between two statements is told by the next one; unheard, it would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const closed = new Set<string>();
    let resealed = 0;
    for (let pass = 1; ; pass += 1) {
      for (const column of sealedColumns) {
        for await (const done of resealColumn({ client, ring, batch, closed }, column)) {
          resealed += done;
          await onBatch?.(resealed);
        }
      }
      const left = (await countOthers(client, ring)) - closed.size;
      if (left <= 0 || pass === passes) return { resealed, closed: [...closed], left: Math.max(left, 0) };
    }
  } finally {
    await client.end();
  }
}

type Work = {
  readonly client: Client;
  readonly ring: SealRing;
  readonly batch: number;
  readonly closed: Set<string>;
};

type Row = { readonly place: string; readonly ciphertext: Buffer } & Readonly<Record<string, unknown>>;

async function* resealColumn(work: Work, column: SealedColumn): AsyncGenerator<number> {
  const { client, ring, batch } = work;
  const names = column.key.join(', ');
  let after: readonly unknown[] | undefined;
  for (;;) {
    const further = after === undefined ? '' : `and (${names}) > (${placeholders(column, 3)})`;
    const { rows } = await client.query<Row>(
      `select ${names}, ${column.place} as place, ${column.column} as ciphertext from ${column.table}
       where ${isOther(column)} ${further} order by ${names} limit $2`,
      [ring.mark, batch, ...(after ?? [])],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    await client.query('begin');
    let done = 0;
    for (const row of rows) done += await resealRow(work, column, row);
    await client.query('commit');
    yield done;
    after = column.key.map((name) => last[name]);
  }
}

async function resealRow({ client, ring, closed }: Work, column: SealedColumn, row: Row): Promise<0 | 1> {
  const fresh = openedAndSealed(ring, row);
  if (fresh === undefined) {
    closed.add(`${column.table} ${row.place} ${column.column}`);
    return 0;
  }
  const isIt = column.key.map((name, index) => `${name} = $${index + 3}`).join(' and ');
  const { rowCount } = await client.query(
    `update ${column.table} set ${column.column} = $1 where ${column.column} = $2 and ${isIt}`,
    [fresh, row.ciphertext, ...column.key.map((name) => row[name])],
  );
  return rowCount === 1 ? 1 : 0;
}

function openedAndSealed(ring: SealRing, { ciphertext, place }: Row): Buffer | undefined {
  try {
    return ring.seal(ring.open(ciphertext, place), place);
  } catch (error) {
    if (error instanceof SealedSecretError) return undefined;
    throw error;
  }
}

/** Waits for whoever is writing: a copy made of a row before it was replaced must not be overlooked. */
async function countOthers(client: Client, { mark }: SealRing): Promise<number> {
  await client.query('begin');
  await client.query("set local lock_timeout = '30s'");
  const tables = [...new Set(sealedColumns.map(({ table }) => table))];
  await client.query(`lock table ${tables.join(', ')} in share mode`);
  let others = 0;
  for (const column of sealedColumns) {
    const { rows } = await client.query<{ readonly others: number }>(
      `select count(*)::integer as others from ${column.table} where ${isOther(column)}`,
      [mark],
    );
    others += rows[0]?.others ?? 0;
  }
  await client.query('commit');
  return others;
}

const isOther = ({ column }: SealedColumn): string => `substring(${column} from 1 for 5) <> $1::bytea`;

const placeholders = ({ key }: SealedColumn, first: number): string =>
  key.map((_, index) => `$${index + first}`).join(', ');
