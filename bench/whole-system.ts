import { startStack } from '../test/support/start-stack';
import { prebuiltWorkflowBundle } from '../test/support/workflow-bundle';
import { inWorkshop, type Workshop } from '../test/support/workshop';
import type { Figures } from './figures';

/** Measures on servers of the bench's own, with the product's processes as they are deployed. */
export async function onWholeSystem(measure: (workshop: Workshop) => Promise<Figures>): Promise<Figures> {
  const stack = await startStack((line) => process.stderr.write(`${line}\n`));
  const workflowBundle = await prebuiltWorkflowBundle();
  process.env['TEST_STACK'] = JSON.stringify({ ...stack.addresses, workflowBundle });
  let figures: Figures = {};
  await inWorkshop(async (workshop) => {
    figures = await measure(workshop);
  });
  await stack.stop();
  return figures;
}
