import { packaging } from '../activity-proxies';
import { blockStep } from './fail-step';
import { patience, type Stage, waitedFor } from './stage';

export const packageProduct: Stage = async (run, step) => {
  const result = await packaging.packageProduct.executeWithOptions(
    {
      ...patience(step),
      ...waitedFor(run),
      activityId: 'package',
      summary: 'Make and sign the product page',
    },
    [{ ...run.ref, digests: run.work.digests }],
  );
  run.stopIfCanceled();
  const { packageDigest: digest, foundFrom } = result;
  if (digest === undefined) return blockStep(run, result, 'stepFailed');
  run.work.packageDigest = digest;
  if (foundFrom === undefined) run.say('package.made', { digest });
  else run.say('package.found', { digest, since: foundFrom });
  return undefined;
};
