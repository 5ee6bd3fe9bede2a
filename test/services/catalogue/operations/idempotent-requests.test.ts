import { Client } from 'pg';
import { openCatalogue } from '../../../../src/services/catalogue/catalogue';
import { databasePatience, type FreshCatalogue, freshCatalogue } from '../../../support/fresh-catalogue';

let fresh: FreshCatalogue;
let time: number;
beforeEach(async () => {
  time = Date.parse('2026-11-20T12:00:00Z');
  fresh = await freshCatalogue(() => new Date(time));
});
afterEach(() => fresh.drop());

const answer = { status: 201, headers: { Location: '/there' }, body: '{"secret":"whsec_shown-once"}' };
const minute = 60_000;

it('lets one of many requests at once be the first', async () => {
  const { idempotentRequests } = fresh.catalogue;

  const begun = await Promise.all(Array.from({ length: 20 }, () => idempotentRequests.begin('n', 'f')));

  expect(begun.filter(({ kind }) => kind === 'first')).toHaveLength(1);
  expect(begun.filter(({ kind }) => kind === 'atWork')).toHaveLength(19);
});

it('gives the kept answer to every repetition, also from another process, and to no other request', async () => {
  const { catalogue, databaseUrl, secretsKey } = fresh;
  const first = await catalogue.idempotentRequests.begin('n', 'f');
  if (first.kind === 'first') await catalogue.idempotentRequests.keep('n', first.lease, answer);
  const other = await openCatalogue({
    databaseUrl,
    secretsKey,
    patience: databasePatience,
    clock: () => new Date(time),
  });

  const again = await other.idempotentRequests.begin('n', 'f');
  const changed = await other.idempotentRequests.begin('n', 'g');
  await other.close();

  expect(again).toEqual({ kind: 'answered', answer });
  expect(changed).toEqual({ kind: 'other' });
});

it('lets a repetition take over from a process that died, and not the dead one come back', async () => {
  const { idempotentRequests } = fresh.catalogue;
  const dead = await idempotentRequests.begin('n', 'f');
  time += 3 * minute;

  const other = await idempotentRequests.begin('n', 'another request');
  const heir = await idempotentRequests.begin('n', 'f');
  if (dead.kind === 'first') await idempotentRequests.keep('n', dead.lease, { ...answer, body: 'late' });
  const meanwhile = await idempotentRequests.begin('n', 'f');
  if (heir.kind === 'first') await idempotentRequests.keep('n', heir.lease, answer);

  expect(other).toEqual({ kind: 'other' });
  expect(heir.kind).toBe('first');
  expect(meanwhile).toEqual({ kind: 'atWork' });
  expect(await idempotentRequests.begin('n', 'f')).toEqual({ kind: 'answered', answer });
});

it('forgets what may be tried again, and everything after a day', async () => {
  const { idempotentRequests } = fresh.catalogue;
  const failed = await idempotentRequests.begin('n', 'f');
  if (failed.kind === 'first') await idempotentRequests.forget('n', failed.lease);
  const again = await idempotentRequests.begin('n', 'f');
  if (again.kind === 'first') await idempotentRequests.keep('n', again.lease, answer);
  time += 24 * 60 * minute + 1;

  const nextDay = await idempotentRequests.begin('n', 'g');
  time += 24 * 60 * minute + 1;
  await idempotentRequests.prune();

  expect([again.kind, nextDay.kind]).toEqual(['first', 'first']);
  expect(await rows()).toEqual([]);
});

it('keeps answers as ciphertext only', async () => {
  const { idempotentRequests } = fresh.catalogue;
  const first = await idempotentRequests.begin('n', 'f');
  if (first.kind === 'first') await idempotentRequests.keep('n', first.lease, answer);

  expect((await rows()).join()).not.toContain('shown-once');
});

async function rows(): Promise<readonly string[]> {
  const client = new Client({ connectionString: fresh.databaseUrl });
  await client.connect();
  const { rows: found } = await client.query<{ text: string }>(
    `select row(name, fingerprint, headers)::text || encode(body, 'escape') as text from idempotent_request`,
  );
  await client.end();
  return found.map(({ text }) => text);
}
