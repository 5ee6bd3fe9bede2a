import { ActivityFailure, CancellationScope } from '@temporalio/workflow';
import { unlimitedAttempts } from '../activity-proxies';
import { failStep } from './fail-step';
import type { Stage } from './stage';

/**
 * The point of no return: from scheduling the flip on nothing is canceled any more, because an offer that may
 * already be in production must not be called canceled.
 */
export const goLive: Stage = (run) =>
  CancellationScope.nonCancellable(async () => {
    try {
      const { links } = await unlimitedAttempts.goLiveNow.executeWithOptions(
        { activityId: 'go-live', summary: 'Production becomes what the preview shows' },
        [{ ...run.ref, packageDigest: run.work.packageDigest }],
      );
      run.emit([{ kind: 'wentLive', links }]);
      run.say('goLive.nowLive');
      return undefined;
    } catch (failure) {
      if (!(failure instanceof ActivityFailure)) throw failure;
      // Whoever canceled meanwhile came too late: this is no cancellation, and an operator has to look at it.
      return failStep(run, failure);
    }
  });
