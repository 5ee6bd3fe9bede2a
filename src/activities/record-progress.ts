import type { PublicationLog } from '../services/ports';
import type { ControlActivities } from './contract';

/** Brings the run's events to the catalogue's log; the log itself makes repeats harmless. */
export const recordProgressActivities = (deps: {
  readonly publications: Pick<PublicationLog, 'record'>;
}): Pick<ControlActivities, 'recordProgress'> => ({
  async recordProgress(progress) {
    await deps.publications.record(progress);
  },
});
