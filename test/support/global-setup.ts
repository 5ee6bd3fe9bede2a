import { leaveTemporalSettings } from '../../src/local/temporal-settings';
import type { StackAddresses } from './stack-addresses';
import { builtProduct } from './built-product';
import { prepareMigratedDatabase } from './migrated-database';
import { startRunningStack } from './running-stack';
import { prebuiltWorkflowBundle } from './workflow-bundle';

/** One stack of real servers and one build per test run; `STACK=none` for pure tests, `TEST_STACK` to use one that is up. */
export default async function globalSetup(): Promise<void> {
  // Tests have servers of their own; what somebody has exported for another must not lead them there.
  leaveTemporalSettings(process.env);
  if (process.env['STACK'] === 'none') return;
  const given = process.env['TEST_STACK'];
  const [addresses, workflowBundle] = await Promise.all([
    given === undefined ? startRunningStack() : (JSON.parse(given) as StackAddresses),
    prebuiltWorkflowBundle(),
    // Where it fails, the tests that need it make it themselves and say why they cannot. So do those few that
    // somebody tries with a stack that is up.
    given === undefined ? builtProduct().catch(() => undefined) : undefined,
  ]);
  await prepareMigratedDatabase(addresses.databaseUrl);
  process.env['TEST_STACK'] = JSON.stringify({ ...addresses, workflowBundle });
}
