import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkersAsked } from './workers';

export type WorkerProcess = {
  readonly pid: number;
  /** Fails when it ends without being told to: what waits for its runs would wait for ever. */
  readonly lost: Promise<never>;
  readonly stop: () => Promise<void>;
};

/** `isWaiting` is told of each run that is about to wait. */
export async function startWorkerProcess(
  address: string,
  asked: WorkersAsked,
  isWaiting: (workflowId: string) => void,
): Promise<WorkerProcess> {
  const child = fork(join(__dirname, 'worker-process.ts'), [address, JSON.stringify(asked)], {
    execArgv: ['--require', 'tsx/cjs'],
  });
  child.on('message', (workflowId) => isWaiting(workflowId as string));
  let isStopping = false;
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => resolve(String(signal ?? code)));
  });
  const lost = exited.then((how) => {
    if (!isStopping) throw new Error(`The workers' process ended by itself (${how}).`);
    return new Promise<never>(() => undefined);
  });
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    lost,
    async stop() {
      isStopping = true;
      if (child.connected) child.disconnect();
      await exited;
    },
  };
}
