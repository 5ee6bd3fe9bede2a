/**
 * Starts a test stack and keeps it until Ctrl-C, so that several test runs share one:
 *   npx tsx test/support/keep-stack.ts &
 *   TEST_STACK="$(cat /tmp/test-stack.json)" npx jest test/...
 */
import { rm, writeFile } from 'node:fs/promises';
import { startStack } from './start-stack';

const file = process.argv[2] ?? '/tmp/test-stack.json';

async function main(): Promise<void> {
  const stack = await startStack((line) => console.error(line));
  const text = JSON.stringify(stack.addresses);
  await writeFile(file, text, { mode: 0o600 });
  console.log(text);
  const keepAlive = setInterval(() => undefined, 60_000);
  const end = async (): Promise<void> => {
    await rm(file, { force: true });
    await stack.stop();
    clearInterval(keepAlive);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void end());
}

void main();
