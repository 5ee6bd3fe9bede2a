import { join } from 'node:path';
import { workflowIdOf } from '../domain/offer/ids';
import { postgresFolder } from './components/postgres-home';
import { existsSync, rmSync } from 'node:fs';
import { endProcess } from './process/identity';
import { sampleApplicationKey } from './sample/application/offer';
import { sampleOfferKey } from './sample/offer';
import { endLeftovers, runningStack } from './state';

/**
 * Stops the stack of this checkout and deletes its data: offers, runs, mails, keys, ports. Runs on a Temporal server that is
 * not ours stay: what else runs there nobody knows here.
 */
export async function reset(
  folder: string,
  say: (...lines: readonly string[]) => void,
  temporalAddress: string | undefined,
): Promise<void> {
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
  if (temporalAddress) say(...leftAt(temporalAddress));
}

function leftAt(address: string): readonly string[] {
  const samples = [sampleOfferKey, sampleApplicationKey].map((offer) => `'${workflowIdOf(offer)}'`);
  const query = `ExecutionStatus = 'Running' AND WorkflowId IN (${samples.join(', ')})`;
  return [
    `What runs at TEMPORAL_ADDRESS=${address} is left alone. Unless they are somebody else's, end the sample's publications there:`,
    `  temporal workflow terminate --query "${query}" --reason "npm run reset"`,
  ];
}
