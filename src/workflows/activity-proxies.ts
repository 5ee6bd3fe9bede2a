import { ActivityCancellationType, proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { ActivityOptions } from '@temporalio/workflow';
import type { ControlActivities, DataActivities } from '../activities/contract';

const second = 1000;
const minute = 60 * second;
const day = 24 * 60 * minute;

/**
 * All timeouts and retry intents, by how safe and how long an attempt is. Every activity is idempotent, so each
 * is retried until its step's patience is over (`steps/stage.ts`); what retrying cannot cure stands in
 * `activities/permanent-failure.ts`. What is not named after its work is named after its retries: how often it is attempted.
 */
const light: ActivityOptions = {
  startToCloseTimeout: minute,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 15 * second },
};

/** Light work on the catalogue: lost answers are found again by its keys. */
export const control = proxyActivities<ControlActivities>({ ...light, scheduleToCloseTimeout: day });

/** Fetches, encodes and signs: minutes rather than seconds, so whatever others may keep waiting heartbeats (`beating.ts`). */
export const packaging = proxyActivities<ControlActivities>({
  ...light,
  startToCloseTimeout: 10 * minute,
  heartbeatTimeout: minute,
  scheduleToCloseTimeout: day,
});

/**
 * Hours of bytes. The heartbeat finds a dead worker within a minute, and tells a living one that it is canceled; that is
 * waited for, because clean-up may only begin when the copy has really stopped writing. How often heartbeats are sent is
 * the workers' to say (`worker/temporal-workers.ts`).
 */
export const images = proxyActivities<DataActivities>({
  startToCloseTimeout: 7 * day,
  scheduleToCloseTimeout: 15 * day,
  heartbeatTimeout: minute,
  cancellationType: ActivityCancellationType.WAIT_CANCELLATION_COMPLETED,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: minute },
});

const minutesOnly: ActivityOptions = {
  startToCloseTimeout: 4 * minute,
  scheduleToCloseTimeout: 5 * minute,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 30 * second },
};

/**
 * Clean-up: a region that is away holds it up for minutes only; the sweep collects the rest. The heartbeat finds a dead
 * worker early, because the publisher hears only then that the publication is canceled.
 */
export const withdrawal = proxyActivities<ControlActivities>({
  ...minutesOnly,
  heartbeatTimeout: 30 * second,
});

/** A board that the story waits for, as runs of earlier releases do. */
export const attemptsForMinutes = proxyActivities<ControlActivities>(minutesOnly);

/** One attempt, 10 seconds at most, that nothing waits for but the run's end: housekeeping goes on with what failed. */
export const singleAttempt = proxyActivities<ControlActivities>({
  startToCloseTimeout: 10 * second,
  scheduleToCloseTimeout: 10 * second,
  retry: { maximumAttempts: 1 },
});

/** Beside the story, and short: the run's end waits for its mails. What takes longer goes to `mailDelivery`. */
export const mailing = proxyActivities<ControlActivities>({
  startToCloseTimeout: minute,
  scheduleToCloseTimeout: minute,
  retry: { initialInterval: 2 * second, backoffCoefficient: 2, maximumInterval: 15 * second },
});

/** A mail server may be away for days; after three the mail is worth nothing. */
export const patientMailing = proxyActivities<ControlActivities>({
  startToCloseTimeout: 2 * minute,
  scheduleToCloseTimeout: 3 * day,
  retry: { initialInterval: 2 * second, backoffCoefficient: 2, maximumInterval: minute },
});

/**
 * The production flip and reviewers' decisions. No patience: past the point of no return "failed" would be a guess, so
 * these are tried until they succeed; the overdue mail tells an operator.
 */
export const unlimitedAttempts = proxyActivities<ControlActivities>({
  startToCloseTimeout: 30 * second,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 4 * second },
});

/**
 * The log, first as a local activity: three attempts in 1.5 seconds. Longer would hold a workflow task, and updates
 * wait behind it; what does not get through has `unlimitedRecords` next.
 */
export const localAttempts = proxyLocalActivities<ControlActivities>({
  startToCloseTimeout: 500,
  scheduleToCloseTimeout: 1500,
  localRetryThreshold: 10 * second,
  retry: { initialInterval: 100, backoffCoefficient: 2, maximumAttempts: 3 },
});

/**
 * The log again, as a regular activity, until it succeeds. One short transaction: what takes 10 seconds has lost its
 * connection. The short interval is what lets the log converge within seconds after an outage.
 */
export const unlimitedRecords = proxyActivities<Pick<ControlActivities, 'recordProgress'>>({
  startToCloseTimeout: 10 * second,
  retry: { initialInterval: second, backoffCoefficient: 2, maximumInterval: 4 * second },
});
