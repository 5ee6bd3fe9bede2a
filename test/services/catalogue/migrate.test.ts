import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import {
  applyMigrations,
  ChangedMigrationError,
} from '../../../src/services/catalogue/database/apply-migrations';
import { migrations } from '../../../src/services/catalogue/migrations';
import { builtProgram } from '../../support/built-product';
import { dropDatabase, freshDatabase } from '../../support/stack';
import { query } from './sample';

let databaseUrl = '';
beforeEach(async () => {
  databaseUrl = await freshDatabase();
});
afterEach(() => dropDatabase(databaseUrl));

const tables = () =>
  query<{ name: string }>(
    databaseUrl,
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );

it('is done once when several processes migrate at the same time', async () => {
  const results = await Promise.all([1, 2, 3].map(() => applyMigrations(databaseUrl)));

  const applied = results.flatMap((result) => result.applied);
  expect(applied).toEqual(migrations.map(({ name }) => name));
  expect(results.map(({ alreadyThere }) => alreadyThere).toSorted((a, b) => a - b)).toEqual([
    0,
    migrations.length,
    migrations.length,
  ]);
});

it('refuses a migration whose text has changed since, and changes nothing', async () => {
  await applyMigrations(databaseUrl, [{ name: '1', statements: 'create table a ()' }]);

  const again = applyMigrations(databaseUrl, [
    { name: '1', statements: 'create table b ()' },
    { name: '2', statements: 'create table c ()' },
  ]);

  await expect(again).rejects.toThrow(ChangedMigrationError);
  expect((await tables()).map(({ name }) => name)).toEqual(['a', 'applied_migration']);
});

it('changes nothing when one of several migrations fails', async () => {
  const failing = applyMigrations(databaseUrl, [
    { name: '1', statements: 'create table a ()' },
    { name: '2', statements: 'create table nonsense (' },
  ]);

  await expect(failing).rejects.toThrow('syntax error');
  expect(await tables()).toEqual([]);
});

it('leaves the migrations of a newer release alone', async () => {
  const old = [{ name: '1', statements: 'create table a ()' }];
  await applyMigrations(databaseUrl, [...old, { name: '2', statements: 'create table b ()' }]);

  expect(await applyMigrations(databaseUrl, old)).toMatchObject({
    applied: [],
    alreadyThere: 1,
    unknown: ['2'],
  });
});

describe('the command', () => {
  const run = async (parameters: readonly string[], environment: Readonly<Record<string, string>>) =>
    promisify(execFile)(
      process.execPath,
      [await builtProgram('services/catalogue/migrate.js'), ...parameters],
      {
        env: { PATH: process.env['PATH'], ...environment },
      },
    ).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }: { code: number; stdout: string; stderr: string }) => ({
        code,
        stdout,
        stderr,
      }),
    );

  it('prints what it did, and explains itself', async () => {
    const [done, help, nowhere] = await Promise.all([
      run([], { DATABASE_URL: databaseUrl }),
      run(['--help'], {}),
      run([], { DATABASE_URL: 'postgres://someone:canary@127.0.0.1:1/offers' }),
    ]);

    expect(done.stdout).toBe(
      [
        ...migrations.map(({ name }) => `applied ${name}`),
        `The database is up to date: ${migrations.length} applied now, 0 already there.\n`,
      ].join('\n'),
    );
    expect(help).toMatchObject({ code: 0, stdout: expect.stringContaining('DATABASE_URL') as string });
    expect(nowhere).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing changed: connect ECONNREFUSED') as string,
    });
    expect(nowhere.stderr).not.toContain('canary');
  });

  it('says when what is there comes from another server', async () => {
    await applyMigrations(databaseUrl);
    await query(
      databaseUrl,
      `insert into event (xid, publisher_id, offer_id, kind, payload)
       values ('4000000000', 'contoso', 'linux-vm', 'draftSaved', '{}')`,
    );

    const [first, second] = [
      await run([], { DATABASE_URL: databaseUrl }),
      await run([], { DATABASE_URL: databaseUrl }),
    ];

    expect(first.stdout).toContain('restored from another server: events and webhooks go on');
    expect(second.stdout).not.toContain('restored');
  });
});
