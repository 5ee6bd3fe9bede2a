import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Warden } from './warden';

export type Command = {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly directory?: string;
  /** Run as this user; only root may ask for it. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** What asks this program to end in order; SIGTERM unless said otherwise. */
  readonly stopSignal?: NodeJS.Signals;
};

export type Exit = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type RunningProcess = {
  readonly pid: number;
  readonly exited: Promise<Exit>;
  /** Asks the process to end, and makes it after `graceMs`. */
  readonly stop: (graceMs?: number) => Promise<Exit>;
};

const largestLogBytes = 16 * 1024 * 1024;

/** Starts a program in its own process group, its output appended to a log, the warden told. */
export function launch(command: Command, logPath: string, warden: Warden): Promise<RunningProcess> {
  const log = openLog(logPath);
  const child = spawn(command.file, command.args, {
    stdio: ['ignore', log, log],
    // An own group: Ctrl-C reaches only us, and we stop the others in order.
    detached: true,
    env: { ...process.env, ...command.environment },
    ...(command.directory === undefined ? {} : { cwd: command.directory }),
    ...command.user,
  });
  closeSync(log);
  const stopSignal = command.stopSignal ?? 'SIGTERM';
  const exited = new Promise<Exit>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });

  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      const pid = child.pid as number;
      warden.add(pid, stopSignal);
      void exited.then(() => warden.remove(pid));
      resolve({
        pid,
        exited,
        stop: (graceMs) => stop(pid, exited, { stopSignal, graceMs: graceMs ?? 30_000 }),
      });
    });
  });
}

async function stop(
  pid: number,
  exited: Promise<Exit>,
  how: { readonly stopSignal: NodeJS.Signals; readonly graceMs: number },
): Promise<Exit> {
  signalGroup(pid, how.stopSignal);
  const force = setTimeout(() => signalGroup(pid, 'SIGKILL'), how.graceMs);
  const exit = await exited;
  clearTimeout(force);
  return exit;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left: what we wanted.
  }
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestLogBytes) renameSync(path, `${path}.old`);
  return openSync(path, 'a', 0o600);
}
