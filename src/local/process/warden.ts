import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Knows every process we started, and ends them should we die without doing so ourselves (even by SIGKILL). */
export type Warden = {
  readonly pid: number;
  readonly add: (pid: number, signal: NodeJS.Signals) => void;
  readonly remove: (pid: number) => void;
  /** Ends what is still on the list, then the warden itself. */
  readonly dismiss: () => Promise<void>;
};

export function startWarden(): Warden {
  // Its stdin is the only tie: when we die, however, the kernel closes it.
  const child = spawn(process.execPath, [join(__dirname, 'warden-process.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    env: {},
  });
  if (child.pid === undefined)
    throw new Error('The process that watches over the stack could not be started.');
  child.stdin.on('error', () => undefined);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const order = (content: object): void => void child.stdin.write(`${JSON.stringify(content)}\n`);

  return {
    pid: child.pid,
    add: (pid, signal) => order({ add: pid, signal }),
    remove: (pid) => order({ remove: pid }),
    dismiss: async () => {
      child.stdin.end();
      await exited;
    },
  };
}
