import type { ProgressInput } from '../../activities/contract';
import { unlimitedRecords } from '../activity-proxies';

/**
 * For a record that did not get through quickly: tried for as long as it takes. It has no end of its own, so where it fails
 * it was ended by hand (`temporal activity fail`); the log needs it all the same.
 */
export const recordRegularly = (progress: ProgressInput): Promise<void> =>
  unlimitedRecords.recordProgress
    .executeWithOptions({ summary: `Write ${progress.events.length} event(s) to the catalogue` }, [progress])
    .catch(() => recordRegularly(progress));
