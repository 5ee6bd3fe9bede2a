import type { ReplicationResult } from '../../activities/contract';
import { images } from '../activity-proxies';
import type { PublicationRun } from '../run';
import { allStopped } from './all-stopped';
import { onImages, type Stage } from './stage';

/** Certified bytes to every region at once; one region's trouble holds up no other. */
export const replicate: Stage = async (run, step) => {
  const { regions, digests } = run.work;
  const results = await allStopped(
    run,
    regions.map((region) =>
      images.replicate.executeWithOptions(
        {
          ...onImages(step),
          activityId: `replicate.${region}`,
          summary: `Copy certified images to ${region}`,
        },
        [{ ...run.ref, region, digests }],
      ),
    ),
  );
  for (const result of results) report(run, result);
  return undefined;
};

function report(run: PublicationRun, result: ReplicationResult): void {
  const { region, copied, copiedBytes, found, foundFrom } = result;
  if (copied > 0) run.say('provisioning.copied', { region, bytes: copiedBytes });
  const since = foundFrom === undefined ? {} : { since: foundFrom };
  if (found > 0) run.say('provisioning.found', { region, count: found, ...since });
}
