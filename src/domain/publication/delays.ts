import type { Pipeline } from './pipeline';

/** When this installation reminds the people a publication waits for, and calls the operator; in milliseconds. */
export type Delays = {
  readonly signOffReminderEveryMs: number;
  readonly addressReminderEveryMs: number;
  readonly reviewReminderEveryMs: number;
  readonly reviewEscalationAfterMs: number;
};

/** The pipeline of one run, which keeps the delays it began with. */
export function withDelays(
  pipeline: Pipeline,
  { signOffReminderEveryMs, addressReminderEveryMs, reviewReminderEveryMs, reviewEscalationAfterMs }: Delays,
): Pipeline {
  const { patience, review } = pipeline;
  return {
    ...pipeline,
    patience: { ...patience, signOffReminderEveryMs, addressReminderEveryMs },
    ...(review && {
      review: {
        ...review,
        reminderEveryMs: reviewReminderEveryMs,
        escalationAfterMs: reviewEscalationAfterMs,
      },
    }),
  };
}
