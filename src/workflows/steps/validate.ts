import { patched } from '@temporalio/workflow';
import { control } from '../activity-proxies';
import { awaitReviewer } from './await-reviewer';
import { blockStep } from './fail-step';
import { patience, type Stage, waitedFor } from './stage';

export const validate: Stage = async (run, step) => {
  const result = await control.validate.executeWithOptions(
    {
      ...patience(step),
      ...waitedFor(run),
      activityId: 'validate',
      summary: `Check every field of version ${run.ref.offerVersion}`,
    },
    [run.ref],
  );
  run.stopIfCanceled();
  if (result.verdict === 'failed') return blockStep(run, result, 'validationFailed');
  run.work.artefacts = result.artefacts;
  run.work.regions = result.regions;
  // A check that could not be carried out says nothing, and certification judges the artefacts only.
  if (result.verdict !== 'reviewRequired' || !patched('review-of-documents')) return undefined;
  return awaitReviewer(run, step, result);
};
