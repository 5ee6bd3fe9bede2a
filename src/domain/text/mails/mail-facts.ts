import type { Finding } from '../../certification/finding';
import type { Scenario } from '../../product-page/scenarios';
import type { PublicationStatus } from '../../publication/status';
import type { Language } from '../language';
import type { MailEvent } from './mail-event';

/** Everything a mail can tell. Links are made when it is sent. */
export type MailFacts = {
  readonly event: MailEvent;
  /** Tells reminders apart, from 1. */
  readonly number: number;
  readonly language: Language;
  readonly offerTitle: string;
  readonly status: PublicationStatus;
  /** The step the mail is about; absent: the current one. */
  readonly step?: string;
  /** All findings of that step, not only those the status shows. */
  readonly findings: readonly Finding[];
  readonly links: MailLinks;
  /** What to try out before and after it is listed; only of the 2015 portal. */
  readonly scenarios?: readonly Scenario[];
  /** What a system of ours or a board said; for operators only. */
  readonly reason?: string;
};

export type MailLinks = {
  readonly status: string;
  readonly support: string;
  /** Where the publisher reads and answers what reviewers write. */
  readonly review: string;
  /** Where addresses like `/docs/rules` begin. */
  readonly site: string;
  readonly temporal?: string;
  /** Of the signed report, once there is one. */
  readonly certificationReport?: string;
  /** Personal preview links, one for each allow-listed subscription. */
  readonly previews: readonly PreviewLink[];
};

export type PreviewLink = { readonly subscriptionId: string; readonly uri: string };
