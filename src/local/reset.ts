import { join } from 'node:path';
import { postgresFolder } from './components/postgres-home';
import { existsSync, rmSync } from 'node:fs';
import { endProcess } from './process/identity';
import { endLeftovers, runningStack } from './state';

/** Stops the stack of this checkout and deletes its data: offers, runs, mails, keys, ports. */
export async function reset(folder: string, say: (line: string) => void): Promise<void> {
  if (!existsSync(folder)) {
    say(`Nothing to clear: there is no ${folder}.`);
    return;
  }
  const running = runningStack(folder);
  if (running !== undefined) {
    say(`Stopping the running stack (pid ${running.supervisor.pid}) ...`);
    // In order, it stops eight components.
    await endProcess(running.supervisor, 60_000);
  }
  await endLeftovers(folder);
  // What was killed may still be writing its last words.
  const patiently = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };
  rmSync(postgresFolder(join(folder, 'postgres')), patiently);
  rmSync(folder, patiently);
  say(`Cleared ${folder}.`);
}
