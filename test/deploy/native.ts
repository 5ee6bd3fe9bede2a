import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { builtProduct } from '../support/built-product';
import { newFolder, root } from './compose-project';

export type Ended = { readonly exitCode: number; readonly output: string };

/** What the image's `/app` holds: the build, the packages, and no source. */
export async function builtApp(): Promise<string> {
  const app = join(newFolder(), 'app');
  mkdirSync(app);
  cpSync(join(root, 'package.json'), join(app, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'));
  cpSync(await builtProduct(), join(app, 'dist'), { recursive: true });
  return app;
}

export type Place = {
  readonly directory: string;
  readonly environment: Readonly<Record<string, string>>;
};

/** Runs a container's command to its end. */
export function runToEnd(command: readonly string[], place: Place): Promise<Ended> {
  return start(command, place).ended;
}

export type Started = {
  readonly ended: Promise<Ended>;
  readonly output: () => string;
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => void;
};

/** Starts a container's command with exactly its environment, so that nothing of the test's own helps it. */
export function start([program = '', ...args]: readonly string[], place: Place): Started {
  const child = spawn(program === 'node' ? process.execPath : program, args, {
    cwd: place.directory,
    env: { PATH: process.env['PATH'] ?? '', ...place.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => (output += text.toString()));
  return {
    ended: endOf(child).then((exitCode) => ({ exitCode, output })),
    output: () => output,
    stop: (signal) => void child.kill(signal),
  };
}

/** Asks as Docker does, again and again. A process that has ended, or still refuses after a while, is an error. */
export async function untilHealthy(started: Started, check: () => Promise<Ended>): Promise<void> {
  const deadline = Date.now() + 240_000;
  let ended = false;
  void started.ended.then(() => (ended = true));
  for (;;) {
    const { exitCode } = await check();
    if (exitCode === 0) return;
    if (ended || Date.now() > deadline) throw new Error(`It did not become healthy:\n${started.output()}`);
    await pause(200);
  }
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number | null];
  return code ?? -1;
}
