import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { version } from '../../package.json';
import { publicationBench } from '../support/publication-worker';
import { startStack } from '../support/start-stack';
import { scenarios } from './scenarios';

/**
 * `npm run histories:record`: plays every scenario on a real server and keeps its history as
 * `histories/<package version>/<scenario>.json`. Run it when the flow has grown, under a new package version:
 * files that exist stay as they are, because a history is for ever.
 */
async function main(): Promise<void> {
  const folder = join(__dirname, 'histories', version);
  await mkdir(folder, { recursive: true });
  const stack = await startStack((line) => process.stdout.write(`${line}\n`));
  process.env['TEST_STACK'] = JSON.stringify(stack.addresses);
  try {
    for (const scenario of scenarios) {
      const file = join(folder, `${scenario.name}.json`);
      if (existsSync(file)) continue;
      const bench = await publicationBench();
      const { activities } = scenario.activities();
      await bench.withWorker(activities, () => scenario.play(bench));
      const kept = (await scenario.kept?.(bench)) ?? bench.handle();
      await writeFile(file, `${withoutPaths(historyToJSON(await kept.fetchHistory()))}\n`);
      process.stdout.write(`recorded ${scenario.name}\n`);
      await Promise.allSettled([bench.handle().terminate(), kept.terminate()]);
      await bench.close();
    }
  } finally {
    await stack.stop();
  }
}

/** Stack traces name this machine's folders, and replay does not read them. */
function withoutPaths(history: string): string {
  return JSON.stringify(JSON.parse(history), (key, value: unknown) => (key === 'stackTrace' ? '' : value));
}

void main();
