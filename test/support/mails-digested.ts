import type { WorkflowHandle } from '@temporalio/client';
import type { ControlActivities, DataActivities } from '../../src/activities/contract';
import { until } from './until';

type Activities = ControlActivities & DataActivities;

/** Waits until no mail is under way and the run has taken note of it. */
const mailsDigested = (handle: WorkflowHandle): Promise<boolean> =>
  until('no mail is under way', async () => {
    const { raw } = await handle.describe();
    const isMail =
      raw.pendingActivities?.some(({ activityType }) => activityType?.name === 'sendMail') === true;
    return !isMail && !raw.pendingWorkflowTask;
  });

/** Work that waits for the mails beside it: nothing coincides, so that what a run costs is the same each time. */
export function besideNoMail(activities: Activities, handle: () => WorkflowHandle): Activities {
  const waiting = Object.entries(activities).map(([name, activity]) => {
    const isBeside = name === 'sendMail' || name === 'recordProgress';
    const act = activity as (input: unknown) => Promise<unknown>;
    return [
      name,
      isBeside
        ? act
        : async (input: unknown): Promise<unknown> => {
            await mailsDigested(handle());
            return act(input);
          },
    ] as const;
  });
  return Object.fromEntries(waiting) as Activities;
}

/** The same before somebody decides: nothing but the wait is left. */
export const untilNothingMoves = (handle: WorkflowHandle): Promise<boolean> =>
  until('nothing of the run is under way', async () => {
    const { raw } = await handle.describe();
    return (raw.pendingActivities ?? []).length === 0 && !raw.pendingWorkflowTask;
  });
