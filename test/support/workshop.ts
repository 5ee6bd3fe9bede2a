import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWarden, type Warden } from '../../src/local/process/warden';

/** Where a test builds and breaks a system of its own; nothing it starts outlives it. */
export type Workshop = {
  /** Logs and data. User `postgres` can enter it. */
  readonly folder: string;
  readonly warden: Warden;
  /** Runs when the test is over, the last one first. */
  readonly atEnd: (close: () => Promise<void>) => void;
};

/** After a failure the folder stays, and the way to its logs is told. */
export async function inWorkshop(work: (workshop: Workshop) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  await chmod(folder, 0o755);
  const warden = startWarden();
  const ends: (() => Promise<void>)[] = [];
  let whole = false;
  try {
    await work({ folder, warden, atEnd: (close) => void ends.push(close) });
    whole = true;
  } finally {
    for (const end of ends.toReversed()) await end();
    await warden.dismiss();
    // What a killed server started may write for a moment more.
    if (whole) await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    else process.stderr.write(`The logs of the failed test are in ${folder}\n`);
  }
}
