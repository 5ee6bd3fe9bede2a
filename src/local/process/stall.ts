import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from './launch';

/** Fewer bytes than this in a whole window are the runtime waking up, not a download. */
const noiseBytes = 512;

export type Watch = {
  /** The program is ended when it reads and writes nothing for so long. */
  readonly stallMs: number;
  readonly onLine?: (line: string) => void;
};

/** Runs a program that downloads. Throws when it fails, or stands still: the kernel counts the bytes it moves. */
export function runUnlessStalled(command: Command, watch: Watch): Promise<void> {
  const child = spawn(command.file, command.args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...command.environment },
    ...(command.directory === undefined ? {} : { cwd: command.directory }),
  });
  const lastLines: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLines.splice(0, lastLines.length - 4);
    lastLines.push(line);
    watch.onLine?.(line);
  });
  const end = (): void => void child.kill('SIGKILL');
  // Should we end first, it must not go on alone.
  process.once('exit', end);
  let stalled = false;
  let before = bytesMoved(child.pid);
  const clock = setInterval(() => {
    const now = bytesMoved(child.pid);
    stalled ||= now - before < noiseBytes;
    before = now;
    if (stalled) end();
  }, watch.stallMs);

  return new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else if (stalled) reject(new Error(`no byte for ${watch.stallMs / 1000} s`));
      else reject(new Error(lastLines.join(' ') || `exit code ${code}`));
    });
  }).finally(() => {
    clearInterval(clock);
    process.off('exit', end);
  });
}

function bytesMoved(pid: number | undefined): number {
  try {
    const io = readFileSync(`/proc/${pid}/io`, 'utf8');
    return [...io.matchAll(/^[rw]char: (\d+)$/gm)].reduce((sum, match) => sum + Number(match[1]), 0);
  } catch {
    return 0;
  }
}
