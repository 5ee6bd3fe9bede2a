import { prepareMigratedDatabase } from '../test/support/migrated-database';
import { startStack, type StartedStack } from '../test/support/start-stack';
import { prebuiltWorkflowBundle } from '../test/support/workflow-bundle';
import { inWorkshop, type Workshop } from '../test/support/workshop';
import type { Figures } from './figures';

/** Measures on servers of the bench's own, with the product's processes as they are deployed. */
export async function onWholeSystem(measure: (workshop: Workshop) => Promise<Figures>): Promise<Figures> {
  const stack = await startStack((line) => process.stderr.write(`${line}\n`));
  await makeTestStack(stack);
  let figures: Figures = {};
  await inWorkshop(async (workshop) => {
    figures = await measure(workshop);
  });
  await stack.stop();
  return figures;
}

/** What a test run's setup leaves for its tests. */
export async function makeTestStack({ addresses }: StartedStack): Promise<void> {
  const workflowBundle = await prebuiltWorkflowBundle();
  await prepareMigratedDatabase(addresses.databaseUrl);
  process.env['TEST_STACK'] = JSON.stringify({ ...addresses, workflowBundle });
}
