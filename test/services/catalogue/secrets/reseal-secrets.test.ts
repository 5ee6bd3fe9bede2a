import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { openCatalogue, type OpenCatalogue } from '../../../../src/services/catalogue/catalogue';
import { resealSecrets } from '../../../../src/services/catalogue/secrets/reseal-secrets';
import { sealSecrets } from '../../../../src/services/catalogue/secrets/seal-secrets';
import { sealedColumns } from '../../../../src/services/catalogue/secrets/sealed-columns';
import { builtProgram } from '../../../support/built-product';
import { databasePatience, type FreshCatalogue, freshCatalogue } from '../../../support/fresh-catalogue';
import { until } from '../../../support/until';
import { actor, draft, offer } from '../sample';

const newKey = (): string => randomBytes(32).toString('base64');
const webhookId = '3f1d0c9a-5b1e-4b57-9a52-0d6c4b2f7a11';
const secretDraft = draft({
  plans: [{ planId: 'p1', vmImages: { '1.0.0': { osVhdUrl: 'https://contoso.example/os.vhd?sig=canary' } } }],
});
const answer = { status: 201, headers: {}, body: '{"secret":"whsec_two"}' };

let fresh: FreshCatalogue;
let oldKey: string;
let secretsKey: string;
let database: Client;
const open: OpenCatalogue[] = [];
beforeEach(async () => {
  fresh = await freshCatalogue();
  oldKey = fresh.secretsKey;
  secretsKey = newKey();
  database = new Client({ connectionString: fresh.databaseUrl });
  await database.connect();
});
afterEach(async () => {
  await database.end();
  await Promise.all(open.splice(0).map((catalogue) => catalogue.close()));
  await fresh.drop();
});

async function openWith(first: string, ...others: readonly string[]): Promise<OpenCatalogue> {
  const keys = { secretsKey: first, otherSecretsKeys: others };
  const catalogue = await openCatalogue({
    databaseUrl: fresh.databaseUrl,
    ...keys,
    patience: databasePatience,
  });
  open.push(catalogue);
  return catalogue;
}

const keys = () => ({ secretsKey, otherSecretsKeys: [oldKey] });

/** One of everything that is kept sealed. */
async function keepSecrets(catalogue: OpenCatalogue | FreshCatalogue['catalogue']): Promise<void> {
  await catalogue.offers.saveDraft(offer, secretDraft, { actor });
  await catalogue.offers.freeze(offer, 'p1', { regions: [] });
  const key = { publisherId: offer.publisherId, webhookId };
  await catalogue.webhooks.create(
    {
      ...key,
      url: 'https://ci.contoso.example/',
      kinds: [],
      mode: 'structured',
      contactEmail: null,
      createdBy: actor,
    },
    { secret: 'whsec_one', limit: 20 },
  );
  await catalogue.webhooks.rotateSecret(
    key,
    { secret: 'whsec_two', previousUntil: new Date('2099-01-01') },
    actor,
  );
  const begun = await catalogue.idempotentRequests.begin('n', 'f');
  if (begun.kind === 'first') await catalogue.idempotentRequests.keep('n', begun.lease, answer);
}

async function readSecrets({ offers, idempotentRequests }: OpenCatalogue): Promise<unknown> {
  const version = await offers.findVersion(offer, 1);
  return {
    draft: await offers.revealSecrets(offer, (await offers.find(offer))!.draft),
    version: await offers.revealSecrets(offer, version!.document),
    answer: await idempotentRequests.begin('n', 'f'),
  };
}

const everything = {
  draft: secretDraft,
  version: secretDraft,
  answer: { kind: 'answered', answer },
};

async function webhookSecrets(key: string): Promise<readonly string[]> {
  const { rows } = await database.query<{ secret: Buffer; previous: Buffer }>(
    'select secret, previous_secret as previous from webhook',
  );
  const { open: opened } = sealSecrets({ secretsKey: key });
  return rows
    .flatMap(({ secret, previous }) => [secret, previous])
    .map((sealed) => opened(sealed, `webhook/${webhookId}`));
}

it('leaves nothing that needs the old key, whenever it was sealed', async () => {
  await keepSecrets(fresh.catalogue);

  const { closed, left } = await resealSecrets(fresh.databaseUrl, keys());

  expect({ closed, left }).toEqual({ closed: [], left: 0 });
  expect(await readSecrets(await openWith(secretsKey))).toEqual(everything);
  expect(await webhookSecrets(secretsKey)).toEqual(['whsec_two', 'whsec_one']);
});

it('knows every column of the database that holds bytes, digests apart', async () => {
  const { rows } = await database.query<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
     where table_schema = 'public' and data_type = 'bytea' and column_name <> 'digest' order by 1`,
  );

  const known = sealedColumns.map(({ table, column }) => `${table}.${column}`).toSorted();

  expect(rows.map(({ name }) => name)).toEqual(known);
});

it('lets processes with the keys in either order read each other meanwhile', async () => {
  const prepared = await openWith(oldKey, secretsKey);
  await keepSecrets(prepared);
  const changed = await openWith(secretsKey, oldKey);
  const before = await readSecrets(changed);

  await resealSecrets(fresh.databaseUrl, keys());

  expect(before).toEqual(everything);
  expect(await readSecrets(prepared)).toEqual(everything);
});

it('keeps names: an unchanged draft stays the same, a repeated request is known', async () => {
  await keepSecrets(fresh.catalogue);
  const before = await fresh.catalogue.offers.find(offer);
  await resealSecrets(fresh.databaseUrl, keys());
  const after = await openWith(secretsKey);

  await after.offers.saveDraft(offer, secretDraft, { actor });

  expect((await after.offers.find(offer))!.draft).toEqual(before!.draft);
  expect(after.namingKey).toBe(oldKey);
});

it('opens without the key that was lost, all but what was sealed with it', async () => {
  await keepSecrets(fresh.catalogue);

  const lost = await openWith(secretsKey);

  expect(lost.namingKey).toBe(secretsKey);
  await expect(readSecrets(lost)).rejects.toThrow('SECRETS_KEY');
});

it('names what no key opens, leaves it alone, and seals the rest', async () => {
  await keepSecrets(fresh.catalogue);
  const stranger = sealSecrets({ secretsKey: newKey() }).seal('sig=lost', 'nowhere');
  await database.query('update webhook set previous_secret = $1', [stranger]);

  const { closed, left } = await resealSecrets(fresh.databaseUrl, keys());

  expect(closed).toEqual([`webhook webhook/${webhookId} previous_secret`]);
  expect(left).toBe(0);
  const { rows } = await database.query<{ kept: Buffer }>('select previous_secret as kept from webhook');
  expect(rows[0]?.kept).toEqual(stranger);
  expect(await readSecrets(await openWith(secretsKey))).toEqual(everything);
});

it('finds a row that was written while it was at work, and one that changed is not put back', async () => {
  await keepSecrets(fresh.catalogue);
  const old = sealSecrets({ secretsKey: oldKey, otherSecretsKeys: [secretsKey] });
  const place = (id: string): string => `${offer.publisherId}/${offer.offerId}/${id}`;
  const add = 'insert into secret values ($1, $2, $3, 1, $4)';
  let batches = 0;
  const onBatch = async (): Promise<void> => {
    batches += 1;
    // Sorts before everything that has been looked at.
    if (batches === 1)
      await database.query(add, [
        offer.publisherId,
        offer.offerId,
        '-late',
        old.seal('sig=late', place('-late')),
      ]);
  };

  const { left } = await resealSecrets(fresh.databaseUrl, keys(), { onBatch, batch: 1 });

  const { rows } = await database.query<{ late: Buffer }>(
    "select ciphertext as late from secret where secret_id = '-late'",
  );
  expect(left).toBe(0);
  expect(sealSecrets({ secretsKey }).open(rows[0]!.late, place('-late'))).toBe('sig=late');
});

describe('npm run migrate -- --reseal-secrets', () => {
  const many = 6000;
  beforeEach(async () => {
    await keepSecrets(fresh.catalogue);
    const { seal } = sealSecrets({ secretsKey: oldKey });
    const place = `${offer.publisherId}/${offer.offerId}/same`;
    await database.query(
      `insert into secret select $1, $2, 'same', number, $3 from generate_series(100, ${99 + many}) number`,
      [offer.publisherId, offer.offerId, seal('sig=same', place)],
    );
  });

  const program = async (...parameters: readonly string[]) => {
    const child = spawn(
      process.execPath,
      [await builtProgram('services/catalogue/migrate.js'), ...parameters],
      {
        cwd: resolve(__dirname, '../../..'),
        env: {
          ...process.env,
          DATABASE_URL: fresh.databaseUrl,
          SECRETS_KEY: secretsKey,
          OTHER_SECRETS_KEYS: oldKey,
        },
      },
    );
    let said = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    return { child, said: () => said, ended: once(child, 'close').then(([code]) => code as number | null) };
  };
  const countMarked = async (): Promise<number> => {
    const { mark } = sealSecrets(keys());
    const { rows } = await database.query<{ count: number }>(
      'select count(*)::integer as count from secret where substring(ciphertext from 1 for 5) = $1',
      [mark],
    );
    return rows[0]?.count ?? 0;
  };

  it('killed half-way, has spoiled nothing, and finishes the next time', async () => {
    // Held back before the last row, so that it is half-way until it is killed.
    await database.query('begin');
    await database.query('select from secret where held_by = $1 for update', [99 + many]);
    const killed = await program('--reseal-secrets');
    const half = await until('some are sealed anew', async () => (await countMarked()) || undefined);
    killed.child.kill('SIGKILL');
    await killed.ended;
    await database.query('rollback');
    const meanwhile = await readSecrets(await openWith(secretsKey, oldKey));

    const again = await program('--reseal-secrets');
    const code = await again.ended;

    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(many);
    expect(meanwhile).toEqual(everything);
    expect({ code, said: again.said() }).toEqual({
      code: 0,
      said: expect.stringContaining('the other keys are not needed any more'),
    });
    expect(await countMarked()).toBe(many + 2);
    expect(await readSecrets(await openWith(secretsKey))).toEqual(everything);
  });
});
