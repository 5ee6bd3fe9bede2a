import { stopRunningStack } from './running-stack';

export default async function globalTeardown(): Promise<void> {
  await stopRunningStack();
}
