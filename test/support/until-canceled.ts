import { CancelledFailure, Context } from '@temporalio/activity';
import type { ControlActivities, DataActivities } from '../../src/activities/contract';
import type { FakePublicationActivities } from '../fakes/fake-publication-activities';
import { gate } from './gate';

/** How an activity ends that hears of its cancellation: as canceled, with its usual answer, or with an error. */
export type Ending = 'stops' | 'completes' | 'fails';

export type ActivityName = keyof (ControlActivities & DataActivities);

/** The middle of an activity, which lasts until it is canceled. */
export type Middle = {
  readonly began: Promise<void>;
  /** These activities, of which the named one stays in its middle. */
  readonly of: (fake: FakePublicationActivities) => FakePublicationActivities;
};

export function untilCanceled(name: ActivityName, ending: Ending): Middle {
  const { opened: began, open: begin } = gate();
  return {
    began,
    of(fake) {
      const usual = fake.activities[name] as (input: unknown) => Promise<unknown>;
      const held = async (input: unknown): Promise<unknown> => {
        begin();
        const told = await cancellation();
        if (ending === 'stops') throw told;
        if (ending === 'fails') throw new Error('What it needs is away.');
        return usual(input);
      };
      return { ...fake, activities: { ...fake.activities, [name]: held } };
    },
  };
}

/** Only what heartbeats hears of its cancellation; and until it has really stopped, some time passes. */
async function cancellation(): Promise<unknown> {
  const context = Context.current();
  const beat = setInterval(() => context.heartbeat(), 20);
  const told = await context.cancelled.catch((reason: unknown) => reason);
  clearInterval(beat);
  await new Promise((resolve) => setImmediate(resolve));
  return told instanceof CancelledFailure ? told : new CancelledFailure('It was told to stop.');
}
