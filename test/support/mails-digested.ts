import type { WorkflowHandle } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { ControlActivities, DataActivities } from '../../src/activities/contract';

type Activities = ControlActivities & DataActivities;

/** Waits until no mail is under way and the run has taken note of it. */
async function mailsDigested(handle: WorkflowHandle): Promise<void> {
  for (;;) {
    const { raw } = await handle.describe();
    const mails = (raw.pendingActivities ?? []).filter(
      ({ activityType }) => activityType?.name === 'sendMail',
    );
    if (mails.length === 0 && !raw.pendingWorkflowTask) return;
    await pause(20);
  }
}

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
export async function untilNothingMoves(handle: WorkflowHandle): Promise<void> {
  for (;;) {
    const { raw } = await handle.describe();
    if ((raw.pendingActivities ?? []).length === 0 && !raw.pendingWorkflowTask) return;
    await pause(20);
  }
}
