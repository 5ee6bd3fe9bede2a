import { control } from '../activity-proxies';
import { blockStep } from './fail-step';
import { patience, type Stage } from './stage';

export const validate: Stage = async (run, step) => {
  const result = await control.validate.executeWithOptions(
    {
      ...patience(step),
      activityId: 'validate',
      summary: `Check every field of version ${run.ref.offerVersion}`,
    },
    [run.ref],
  );
  if (result.verdict === 'failed') return blockStep(run, result, 'validationFailed');
  run.work.artefacts = result.artefacts;
  run.work.regions = result.regions;
  return undefined;
};
