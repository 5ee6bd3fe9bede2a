import { startStack, type StartedStack } from './start-stack';
import type { StackAddresses } from './stack-addresses';

/** Jest calls set-up and teardown in one process, and gives them no other way to hand something over. */
const running: StartedStack[] = [];

export async function startRunningStack(): Promise<StackAddresses> {
  const stack = await startStack((line) => console.error(line));
  running.push(stack);
  return stack.addresses;
}

export async function stopRunningStack(): Promise<void> {
  await Promise.all(running.splice(0).map((stack) => stack.stop()));
}
