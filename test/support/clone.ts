import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { type LocalState, readState, runningStack } from '../../src/local/state';
import { eventually } from './eventually';
import { missesNothing } from './misses-nothing';
import { isSweep } from './seed';

/** A clone of its own, so that ports, data and state are its own too. */
export type Clone = {
  readonly folder: string;
  /** `npm start` with these flags. */
  readonly start: (...flags: readonly string[]) => StartRun;
  /** The same through npm on a terminal of its own, with somebody who can press keys. */
  readonly startOnTerminal: (...flags: readonly string[]) => StartRun;
  /** Stops what was started, and leaves nothing. */
  readonly remove: () => Promise<void>;
};

export type StartRun = {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
};

/** `exported`: what its user's shell has besides. */
export async function makeClone(exported: NodeJS.ProcessEnv = {}): Promise<Clone> {
  const folder = await copyCheckout();
  const started: ChildProcess[] = [];
  const run = (file: string, args: readonly string[]): StartRun => {
    const child = spawn(file, args, { cwd: folder, env: { ...process.env, ...exported } });
    started.push(child);
    return watch(child);
  };
  const start = (...flags: readonly string[]): StartRun => run(process.execPath, ['start.mjs', ...flags]);
  return {
    folder,
    start,
    startOnTerminal: (...flags) => {
      const npm = ['exec npm start', ...(flags.length === 0 ? [] : ['--', ...flags])].join(' ');
      return run('script', ['-qefc', `stty cols 150; ${npm}`, '/dev/null']);
    },
    remove: async () => {
      for (const { pid, exitCode } of started)
        if (pid !== undefined && exitCode === null) process.kill(pid, 'SIGTERM');
      await start('--reset').ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What a commit of this checkout would hold: a file that only lies about here is missed, as in a clone. */
async function copyCheckout(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'offer-publication-clone-'));
  const root = resolve(__dirname, '../..');
  const listing = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const names = execFileSync('git', listing, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 24 });
  for (const name of new Set(names.split('\0'))) {
    // Of a deleted file the index still tells.
    if (name !== '' && existsSync(join(root, name))) await cp(join(root, name), join(folder, name));
  }
  // A sweep has the time to install everything anew, as in a fresh clone.
  if (isSweep) return folder;
  // Links to each package, not to their folder: should the clone install anew, ours stay.
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(root, 'node_modules'))) {
    await symlink(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  return folder;
}

function watch(child: ChildProcess): StartRun {
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { process: child, output: () => stripVTControlCharacters(text).replaceAll('\r', ''), ended };
}

/** The stack of the clone, once everything in it answers; fails with all that was said when it does not come up. */
export async function stackUp({ folder }: Clone, run: StartRun): Promise<LocalState> {
  const local = join(folder, '.local');
  const isUp = (): boolean => runningStack(local)?.components['worker']?.process !== undefined;
  await eventually(isUp, 480_000).catch(() => {
    throw new Error(`It did not come up, but said:\n${run.output()}`);
  });
  const state = readState(local)!;
  // The last of all to be started.
  const worker = state.components['worker']?.address;
  await eventually(async () => (await missesNothing(state.apiUrl)) && missesNothing(worker));
  return state;
}

/** Waits for words on the terminal; fails with all it said when it ends without them. */
export async function says(run: StartRun, words: string): Promise<void> {
  const isSaid = (): boolean => run.output().includes(words);
  let hasEnded = false;
  void run.ended.then(() => (hasEnded = true));
  await eventually(() => isSaid() || hasEnded, 480_000).catch(() => undefined);
  if (!isSaid()) throw new Error(`It did not say "${words}" but:\n${run.output()}`);
}
