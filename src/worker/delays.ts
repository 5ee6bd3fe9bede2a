import type { Config } from '../config';
import type { Delays } from '../domain/publication/delays';

const hourMs = 3_600_000;

/** As they are set up, for every publication that begins from now on. */
export const delaysOf = (config: Config): Delays => ({
  signOffReminderEveryMs: config.REMIND_SIGN_OFF_HOURS * hourMs,
  addressReminderEveryMs: config.REMIND_ADDRESS_HOURS * hourMs,
  reviewReminderEveryMs: config.REMIND_REVIEW_HOURS * hourMs,
  reviewEscalationAfterMs: config.ESCALATE_REVIEW_HOURS * hourMs,
});
