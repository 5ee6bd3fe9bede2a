import { CancellationScope } from '@temporalio/workflow';
import { certain } from '../activity-proxies';
import type { Stage } from './stage';

/**
 * The point of no return: from scheduling the flip on nothing is canceled any more, because an offer that may
 * already be in production must not be called canceled.
 */
export const goLive: Stage = (run) =>
  CancellationScope.nonCancellable(async () => {
    const { links } = await certain.goLiveNow.executeWithOptions(
      { activityId: 'go-live', summary: 'Production becomes what the preview shows' },
      [{ ...run.ref, packageDigest: run.work.packageDigest }],
    );
    run.emit([{ kind: 'wentLive', links }]);
    run.say('goLive.nowLive');
    return undefined;
  });
