import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTemporalServer } from '../../src/local/temporal-server/find';
import type { Supply } from '../../src/local/temporal-server/supply';

let folder: string;
let program: string;
let said: string[];
const say = (line: string): void => void said.push(line);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'find-'));
  program = join(folder, 'temporal');
  await writeFile(program, '#!/bin/sh\n');
  await chmod(program, 0o755);
  said = [];
});
afterEach(() => rm(folder, { recursive: true }));

const supply = (origin: string, parts: Partial<Supply>): Supply => ({
  origin,
  cached: () => undefined,
  fetch: () => Promise.reject(new Error('no network')),
  ...parts,
});

it('takes the address of a server that runs before anything else, and prints the choice', async () => {
  const environment = { TEMPORAL_ADDRESS: 'temporal.example:7233', TEMPORAL_CLI: program, PATH: folder };

  const server = await findTemporalServer({ environment, say });

  expect(server).toEqual({ kind: 'address', address: 'temporal.example:7233', origin: 'TEMPORAL_ADDRESS' });
  expect(said).toEqual(['Temporal server: temporal.example:7233 (TEMPORAL_ADDRESS)']);
});

it.each([
  ['TEMPORAL_CLI', () => ({ TEMPORAL_CLI: program, PATH: '' })],
  ['on PATH', () => ({ PATH: `/nowhere:${folder}` })],
])('takes the program that is there: %s', async (origin, environment) => {
  const supplies = [supply('download', { cached: () => '/cache/temporal' })];

  const server = await findTemporalServer({ environment: environment(), say, supplies });

  expect(server).toEqual({ kind: 'executable', executable: program, origin });
});

it('says what is wrong when TEMPORAL_CLI is not a program', async () => {
  const environment = { TEMPORAL_CLI: join(folder, 'missing') };

  await expect(findTemporalServer({ environment, say })).rejects.toThrow('which is not a program');
});

it('takes what any cache holds before it asks the network', async () => {
  const fetch = jest.fn<Promise<string>, []>();
  const supplies = [supply('download', { fetch }), supply('build', { cached: () => '/cache/built' })];

  const server = await findTemporalServer({ environment: {}, say, supplies });

  expect(server).toMatchObject({ executable: '/cache/built', origin: 'build, cached' });
  expect(fetch).not.toHaveBeenCalled();
});

it('builds when the download fails, and tells why the download was left', async () => {
  const supplies = [
    supply('download', {}),
    supply('build', { fetch: () => Promise.resolve('/cache/built') }),
  ];

  const server = await findTemporalServer({ environment: {}, say, supplies });

  expect(server).toEqual({ kind: 'executable', executable: '/cache/built', origin: 'build' });
  expect(said[0]).toBe('No Temporal server by download: no network');
});

it('ends with one line that says what to do when there is no way at all', async () => {
  const supplies = [supply('download', {}), supply('build', {})];

  const search = findTemporalServer({ environment: {}, say, supplies });

  await expect(search).rejects.toThrow(
    /^There is no Temporal server.*install the Temporal CLI.* or Go 1\.26\.4 or newer \(https:\/\/go\.dev\/dl\), or set TEMPORAL_ADDRESS.*download: no network; build: no network\)$/,
  );
});
