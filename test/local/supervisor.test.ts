import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { identify } from '../../src/local/process/identity';
import { ownPort } from '../support/own-port';
import { startWarden, type Warden } from '../../src/local/process/warden';
import { createSupervisor, type Supervisor, type SupervisorOptions } from '../../src/local/supervisor';
import { eventually } from '../support/eventually';
import { tinyServer } from './tiny-server';

let folder: string;
let warden: Warden;
let said: string[];
let pids: Readonly<Record<string, number>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'supervisor-'));
  warden = startWarden();
  said = [];
  pids = {};
});

afterEach(async () => {
  await warden.dismiss();
  await rm(folder, { recursive: true });
});

function supervisor(options: Partial<SupervisorOptions> = {}): Supervisor {
  return createSupervisor({
    logFolder: folder,
    warden,
    say: (line) => said.push(line),
    onChange: (now) => (pids = now),
    backOffMs: [1],
    ...options,
  });
}

it('returns only when the component answers', async () => {
  const component = tinyServer('slow', await ownPort());
  const crew = supervisor();

  await crew.start(component);

  await expect(component.answers()).resolves.toBeUndefined();
  await crew.stop();
});

it('starts a component again that was killed, and says so', async () => {
  const component = tinyServer('shop', await ownPort());
  const crew = supervisor();
  await crew.start(component);
  const first = pids['shop']!;

  process.kill(first, 'SIGKILL');
  await eventually(() => said.length === 2);

  expect(pids['shop']).not.toBe(first);
  expect(said).toEqual([
    `shop ended (signal SIGKILL); starting it again in 0.001 s. Log: ${join(folder, 'shop.log')}`,
    'shop answers again.',
  ]);
  await expect(component.answers()).resolves.toBeUndefined();
  await crew.stop();
});

it('waits longer after each failed restart, and keeps trying', async () => {
  const marker = join(folder, 'once');
  const failsLater = `const fs = require('node:fs'); if (fs.existsSync('${marker}')) process.exit(3); fs.writeFileSync('${marker}', '');`;
  const crew = supervisor({ backOffMs: [1, 2, 3] });
  await crew.start(tinyServer('shaky', await ownPort(), failsLater));

  process.kill(pids['shaky']!, 'SIGKILL');
  await eventually(() => said.length >= 4);
  await crew.stop();

  const waits = said.slice(0, 4).map((line) => /again in (\S+) s/.exec(line)?.[1]);
  expect(waits).toEqual(['0.001', '0.002', '0.003', '0.003']);
  expect(said[1]).toMatch(/^shaky did not come back/);
});

it('names the component, the reason and the log when one ends before it answers', async () => {
  const crew = supervisor();
  const component = tinyServer('broken', await ownPort(), `console.error('no disk'); process.exit(7);`);

  const start = crew.start(component);

  await expect(start).rejects.toThrow(
    `broken did not start: it ended (exit code 7).\n  Its log is ${join(folder, 'broken.log')}\n  no disk`,
  );
  expect(await readFile(crew.logPath('broken'), 'utf8')).toContain('no disk');
  expect(pids).toEqual({});
});

it('gives up on a component that runs but never answers, and ends it', async () => {
  const deaf = {
    ...tinyServer('deaf', await ownPort()),
    answers: () => Promise.reject(new Error('not me')),
  };
  const seen: number[] = [];
  const crew = supervisor({ answerWithinMs: 3000, onChange: (now) => seen.push(...Object.values(now)) });

  const start = crew.start(deaf);

  await expect(start).rejects.toThrow('deaf did not start: no answer in 3 s: not me');
  expect(identify(seen[0]!)).toBeUndefined();
});

it('does not take the answer of another program on the same port for its own', async () => {
  const port = await ownPort();
  const other = supervisor();
  await other.start(tinyServer('first', port));
  const sleeps = { file: process.execPath, args: ['-e', 'setInterval(() => {}, 1000)'] };
  const crew = supervisor();

  const start = crew.start({ ...tinyServer('second', port), ports: [port], command: sleeps });

  await expect(start).rejects.toThrow(`second did not start: another program listens on port ${port}.`);
  await other.stop();
});

it('knows a component by the port it listens on, its children included', async () => {
  const port = await ownPort();
  const own = tinyServer('parent', port);
  const child = JSON.stringify([process.execPath, own.command.args]);
  const forks = `const [file, args] = ${child}; require('node:child_process').spawn(file, args, { stdio: 'inherit' }); setInterval(() => {}, 1000)`;
  const crew = supervisor();

  await crew.start({ ...own, ports: [port], command: { file: process.execPath, args: ['-e', forks] } });

  await expect(own.answers()).resolves.toBeUndefined();
  await crew.stop();
});

it('stops every component and starts none again', async () => {
  const ports = [await ownPort(), await ownPort()];
  const crew = supervisor();
  await crew.start(tinyServer('first', ports[0]!));
  await crew.start(tinyServer('second', ports[1]!));
  const before = Object.values(pids);

  await crew.stop();

  expect(before).toHaveLength(2);
  expect(before.map((pid) => identify(pid))).toEqual([undefined, undefined]);
  expect(said).toEqual([]);
});

it('leaves nothing running when it is stopped while a component is being started', async () => {
  const seen: number[] = [];
  const crew = supervisor({ onChange: (now) => seen.push(...Object.values(now)) });
  const start = crew.start({
    ...tinyServer('late', await ownPort()),
    answers: () => Promise.reject(new Error('not yet')),
  });

  const [ended] = await Promise.allSettled([start, crew.stop()]);

  expect(ended.status).toBe('rejected');
  expect(seen.map((pid) => identify(pid))).toEqual(seen.map(() => undefined));
  expect(pids).toEqual({});
});
