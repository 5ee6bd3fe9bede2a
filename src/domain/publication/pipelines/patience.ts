import type { Delays } from '../delays';
import type { Patience, ReviewTerms } from '../pipeline';

const dayMs = 24 * 3_600_000;

/** Microsoft publishes 7 to 14 business days for its review, i.e. up to 20 days. */
export const usualDelays: Delays = {
  signOffReminderEveryMs: 7 * dayMs,
  addressReminderEveryMs: 7 * dayMs,
  reviewReminderEveryMs: 3 * dayMs,
  reviewEscalationAfterMs: 20 * dayMs,
};

export const usualPatience: Patience = {
  signOffReminderEveryMs: usualDelays.signOffReminderEveryMs,
  addressReminderEveryMs: usualDelays.addressReminderEveryMs,
  addressWithinMs: 30 * dayMs,
};

export const usualReview: ReviewTerms = {
  approvers: 'review',
  reminderEveryMs: usualDelays.reviewReminderEveryMs,
  escalationAfterMs: usualDelays.reviewEscalationAfterMs,
};
