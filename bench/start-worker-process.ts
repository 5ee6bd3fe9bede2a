import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { WorkersAsked } from './workers';

export type WorkerProcess = { readonly pid: number; readonly stop: () => Promise<void> };

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
  await once(child, 'spawn');
  return {
    pid: child.pid ?? 0,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
