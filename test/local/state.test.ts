import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify, isAlive } from '../../src/local/process/identity';
import {
  endLeftovers,
  type LocalState,
  readState,
  runningStack,
  statePath,
  writePrivately,
} from '../../src/local/state';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
});
afterEach(() => rm(folder, { recursive: true }));

const ourselves = identify(process.pid)!;
const state: LocalState = {
  supervisor: ourselves,
  components: {},
  apiUrl: 'http://127.0.0.1:8080',
  apiToken: 'secret',
  temporalAddress: '127.0.0.1:7233',
  temporalNamespace: 'default',
  inboxUrl: 'http://127.0.0.1:1080',
  offer: 'contoso/linux-vm',
};

it('knows a running stack from one whose process is gone', () => {
  writePrivately(statePath(folder), state);
  const running = runningStack(folder);
  writePrivately(statePath(folder), { ...state, supervisor: { ...ourselves, startTicks: '1' } });

  expect(running).toEqual(state);
  expect(runningStack(folder)).toBeUndefined();
});

it('keeps the token from other users, and leaves no half-written file', async () => {
  writePrivately(statePath(folder), state);

  expect((await stat(statePath(folder))).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['state.json']);
});

it('treats a damaged state as none', async () => {
  await writeFile(statePath(folder), '{ "supervisor":');

  expect(readState(folder)).toBeUndefined();
  expect(await endLeftovers(folder)).toEqual([]);
});

it('ends the components a killed stack left, but no other process that got such a pid', async () => {
  const left = spawn(process.execPath, ['-e', `setInterval(() => {}, 1000); console.log('up')`]);
  await once(left.stdout, 'data');
  const leftover = identify(left.pid!)!;
  const component = { address: '', logPath: '' };
  const components = {
    api: { ...component, process: leftover },
    worker: { ...component, process: { ...ourselves, startTicks: '1' } },
  };
  writePrivately(statePath(folder), { ...state, components });

  const ended = await endLeftovers(folder);

  expect(ended).toEqual(['api']);
  expect(isAlive(leftover)).toBe(false);
});
