import type { Patience, ReviewTerms } from '../pipeline';

const dayMs = 24 * 3_600_000;

export const usualPatience: Patience = {
  signOffReminderEveryMs: 7 * dayMs,
  addressReminderEveryMs: 7 * dayMs,
  addressWithinMs: 30 * dayMs,
};

/** Microsoft publishes 7 to 14 business days for its review, i.e. up to 20 days. */
export const usualReview: ReviewTerms = {
  approvers: 'review',
  reminderEveryMs: 3 * dayMs,
  escalationAfterMs: 20 * dayMs,
};
