import { serve, type ServerType } from '@hono/node-server';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptTokens, sampleTokens } from '../../../src/local/sample/tokens';
import { apiToken, testApp, type TestApp } from '../../support/test-app';

let folder: string;
let test: TestApp;
let server: ServerType;
let api: { readonly apiUrl: string; readonly apiToken: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-tokens-'));
  test = testApp();
  await new Promise<void>((resolve) => {
    server = serve({ fetch: test.app.fetch, hostname: '127.0.0.1', port: 0 }, () => resolve());
  });
  api = { apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, apiToken };
});
afterEach(async () => {
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
});

const rolesOf = (): unknown =>
  test.catalogue.tokens.rows.map(({ name, role, revokedAt }) => [name, role, revokedAt]);

it('makes the publisher, and a token for an owner, a contributor and a reviewer once, in a file for this user only', async () => {
  const first = await sampleTokens(api, folder);
  const second = await sampleTokens(api, folder);

  expect(first.map(({ role, actor }) => [role, actor])).toEqual([
    ['Owner', 'owner@contoso'],
    ['Contributor', 'contributor@contoso'],
    ['Reviewer', 'reviewer@contoso'],
  ]);
  expect(second).toEqual(first);
  expect(keptTokens(folder)).toEqual(first);
  expect((await stat(join(folder, 'sample-tokens.json'))).mode & 0o777).toBe(0o600);
  expect(test.catalogue.publishers.rows.get('contoso')?.displayText).toBe('Contoso');
});

it('makes new ones when the file is lost or damaged, and ends those nobody knows any more', async () => {
  const [lost] = await sampleTokens(api, folder);
  await writeFile(join(folder, 'sample-tokens.json'), '[{');

  const [owner] = await sampleTokens(api, folder);

  expect(owner?.token).not.toBe(lost?.token);
  expect(await readFile(join(folder, 'sample-tokens.json'), 'utf8')).toContain(owner?.token);
  expect(rolesOf()).toEqual([
    ['owner', 'Owner', expect.any(String)],
    ['contributor', 'Contributor', expect.any(String)],
    ['reviewer', 'Reviewer', expect.any(String)],
    ['owner', 'Owner', null],
    ['contributor', 'Contributor', null],
    ['reviewer', 'Reviewer', null],
  ]);
});

it('keeps those of an earlier version, which had no reviewer, and makes the one that is missing', async () => {
  const all = await sampleTokens(api, folder);
  const [owner, contributor] = all;
  await writeFile(join(folder, 'sample-tokens.json'), JSON.stringify([owner, contributor]));
  test.catalogue.tokens.rows.splice(2);

  const now = await sampleTokens(api, folder);

  expect(now.slice(0, 2)).toEqual([owner, contributor]);
  expect(now[2]).toMatchObject({ role: 'Reviewer', actor: 'reviewer@contoso' });
  expect(keptTokens(folder)).toEqual(now);
});

it('makes new ones for a new database', async () => {
  const first = await sampleTokens(api, folder);
  test.catalogue.tokens.rows.length = 0;

  const second = await sampleTokens(api, folder);

  expect(second.map(({ token }) => token)).not.toEqual(first.map(({ token }) => token));
});

it('throws nothing away while the database is away', async () => {
  const first = await sampleTokens(api, folder);
  test.catalogue.tokens.away = 'connection refused';

  await expect(sampleTokens(api, folder)).rejects.toThrow('503');
  expect(keptTokens(folder)).toEqual(first);
});
