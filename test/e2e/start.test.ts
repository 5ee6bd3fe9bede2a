import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { isAlive } from '../../src/local/process/identity';
import { type LocalState, readState, runningStack } from '../../src/local/state';
import { eventually } from '../support/eventually';

jest.setTimeout(240_000);

/** A clone of its own, so that ports, data and state are its own too. */
let clone: string;
const started: ChildProcess[] = [];

beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'offer-publication-clone-'));
  const root = resolve(__dirname, '../..');
  for (const part of ['start.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'src', 'tools']) {
    await cp(join(root, part), join(clone, part), { recursive: true });
  }
  // Links to each package, not to their folder: should the clone install anew, ours stay.
  await mkdir(join(clone, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    await symlink(join(root, 'node_modules', name), join(clone, 'node_modules', name));
  }
});

afterAll(async () => {
  for (const { pid, exitCode } of started)
    if (pid !== undefined && exitCode === null) process.kill(pid, 'SIGTERM');
  await npmStart('--reset').ended;
  await rm(clone, { recursive: true, force: true });
});

type Run = {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
};

function npmStart(...flags: readonly string[]): Run {
  return watch(spawn(process.execPath, ['start.mjs', ...flags], { cwd: clone }));
}

/** The same on a terminal of its own, with somebody who can press keys. */
function npmStartOnTerminal(...flags: readonly string[]): Run {
  const command = ['stty cols 150', [process.execPath, 'start.mjs', ...flags].join(' ')].join(';');
  return watch(spawn('script', ['-qefc', command, '/dev/null'], { cwd: clone }));
}

function watch(child: ChildProcess): Run {
  let text = '';
  started.push(child);
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, output: () => stripVTControlCharacters(text).replaceAll('\r', ''), ended };
}

/** Waits for words on the terminal; fails with all it said when it ends without them. */
async function says(run: Run, words: string): Promise<void> {
  const isSaid = (): boolean => run.output().includes(words);
  let hasEnded = false;
  void run.ended.then(() => (hasEnded = true));
  await eventually(() => isSaid() || hasEnded, 120_000).catch(() => undefined);
  if (!isSaid()) throw new Error(`It did not say "${words}" but:\n${run.output()}`);
}

const lastLine = ({ output }: Run): string => output().trimEnd().split('\n').at(-1) ?? '';

/** The stack of the clone, once everything in it answers; fails with all that was said when it does not come up. */
async function stackUp(run: Run): Promise<LocalState> {
  const isUp = (): boolean => runningStack(clone + '/.local')?.components['api']?.process !== undefined;
  await eventually(isUp, 120_000).catch(() => {
    throw new Error(`It did not come up, but said:\n${run.output()}`);
  });
  const state = readState(clone + '/.local')!;
  await eventually(
    async () => (await fetch(`${state.apiUrl}/readyz`).catch(() => undefined))?.ok === true,
    60_000,
  );
  return state;
}

const processesOf = ({ supervisor, components }: LocalState) => [
  supervisor,
  ...Object.values(components).flatMap(({ process: component }) => component ?? []),
];

let productPage: string;

it('publishes the sample from nothing to live, and leaves no process', async () => {
  const run = npmStart('--go-live', '--exit');
  const state = await stackUp(run);

  const code = await run.ended;

  expect({ code, lastLine: lastLine(run) }).toEqual({
    code: 0,
    lastLine: expect.stringMatching(/^Live: http/),
  });
  expect(processesOf(state).filter(isAlive)).toEqual([]);
  expect(readState(join(clone, '.local'))).toBeUndefined();
  productPage = lastLine(run).replace('Live: ', '');
});

it('shows the live offer and its mails after a start alone, heals, and stops on Ctrl-C', async () => {
  const run = npmStart('--empty');
  const state = await stackUp(run);

  const page = await fetch(productPage);
  const mails = (await (await fetch(`${state.inboxUrl}/email`)).json()) as readonly {
    readonly subject: string;
  }[];
  const second = npmStart();
  const secondCode = await second.ended;
  process.kill(state.components['inbox']!.process!.pid, 'SIGKILL');
  await says(run, 'inbox answers again.');
  run.process.kill('SIGINT');
  const code = await run.ended;

  expect(page.status).toBe(200);
  expect(await page.text()).toContain('Contoso Linux Web Server');
  expect(mails.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining([expect.stringMatching(/preview/), expect.stringMatching(/is live/)]),
  );
  expect(secondCode).toBe(0);
  expect(second.output()).toContain('already running');
  expect(second.output()).toContain(state.apiUrl);
  expect(run.output()).toContain('inbox ended (signal SIGKILL)');
  expect(code).toBe(0);
  expect(processesOf(state).filter(isAlive)).toEqual([]);
});

it('publishes nothing when the sample is live already, and says where it is', async () => {
  const run = npmStart('--exit');

  const code = await run.ended;

  expect(code).toBe(0);
  expect(run.output()).toContain('nothing to publish');
  expect(run.output()).not.toContain('Publish ...');
  expect(lastLine(run)).toBe(`Live: ${productPage}`);
});

it('asks on a terminal, goes live at a key, and survives being killed on the way', async () => {
  const killed = npmStartOnTerminal('--again');
  const state = await stackUp(killed);
  await says(killed, 'waits for your sign-off');
  process.kill(state.supervisor.pid, 'SIGKILL');
  await eventually(() => processesOf(state).every((recorded) => !isAlive(recorded)), 60_000);

  const resumed = npmStartOnTerminal('--exit');
  await says(resumed, 'press g here');
  resumed.process.stdin?.write('g');
  const code = await resumed.ended;

  expect(resumed.output()).toContain('going on with it');
  expect(code).toBe(0);
  expect(lastLine(resumed)).toContain(`Live: ${productPage}`);
});

it('publishes the sample application, which waits for its reviewers', async () => {
  const run = npmStart('--application', '--go-live', '--exit');
  await says(run, 'Reviewers look at it now');
  const { apiUrl } = readState(join(clone, '.local'))!;
  const { apiToken } = JSON.parse(await readFile(join(clone, '.local/keys.json'), 'utf8')) as {
    readonly apiToken: string;
  };

  const review = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/cli/main.ts', 'review', 'approve', 'contoso/web-site'],
    { cwd: clone, encoding: 'utf8', env: { ...process.env, OFFER_API: apiUrl, OFFER_TOKEN: apiToken } },
  );
  const code = await run.ended;

  expect([review.status, review.stderr]).toEqual([0, '']);
  expect(code).toBe(0);
  expect(lastLine(run)).toMatch(/^Live: http.*\/contoso\/web-site$/);
});

it('clears everything at a reset', async () => {
  const run = npmStart('--reset');

  const code = await run.ended;

  expect(run.output()).toContain('Cleared');
  expect(code).toBe(0);
  await expect(readFile(join(clone, '.local/keys.json'))).rejects.toThrow('ENOENT');
});
