import type { StackAddresses } from './stack-addresses';
import { startRunningStack } from './running-stack';
import { prebuiltWorkflowBundle } from './workflow-bundle';

/** One stack of real servers per test run; `STACK=none` for pure tests, `TEST_STACK` to use one that is up. */
export default async function globalSetup(): Promise<void> {
  if (process.env['STACK'] === 'none') return;
  const given = process.env['TEST_STACK'];
  const [addresses, workflowBundle] = await Promise.all([
    given === undefined ? startRunningStack() : (JSON.parse(given) as StackAddresses),
    prebuiltWorkflowBundle(),
  ]);
  process.env['TEST_STACK'] = JSON.stringify({ ...addresses, workflowBundle });
}
