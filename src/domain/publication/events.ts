import type { Finding } from '../certification/finding';
import type { OfferTypeId } from '../offer/document';
import type { Language, Message } from '../text/language';
import type { ReviewComment } from './commands';
import type { Pipeline } from './pipeline';
import type { Level, Link, Outcome, ReviewDecision, StepStatus, WorkItem } from './status';

/** Everything that can happen to a publication. The status document is the fold of these (`evolve.ts`). */
export type PublicationFact =
  /** The first event of every run. */
  | {
      readonly kind: 'started';
      readonly publicationId: string;
      readonly publisherId: string;
      readonly offerId: string;
      readonly language: Language;
      readonly requestedBy: string | null;
      /** What the publisher wants reviewers to know, at most 500 characters. */
      readonly certificationNotes?: string;
    }
  /** The offer version is frozen and the pipeline chosen. */
  | {
      readonly kind: 'opened';
      readonly offerType: OfferTypeId;
      readonly offerVersion: number;
      readonly pipeline: Pipeline;
      readonly language: Language;
    }
  | { readonly kind: 'stepChanged'; readonly step: string; readonly status: StepStatus }
  | { readonly kind: 'messageAdded'; readonly step: string; readonly level: Level; readonly message: Message }
  | {
      readonly kind: 'findingsReported';
      readonly step: string;
      readonly findings: readonly Finding[];
      readonly reportId?: string;
    }
  | { readonly kind: 'emailsProvided'; readonly emails: readonly string[]; readonly actor: string | null }
  | { readonly kind: 'goLiveVoted'; readonly actor: string; readonly notBefore?: string }
  | { readonly kind: 'goLiveWithdrawn'; readonly actor: string }
  | { readonly kind: 'goLiveApproved' }
  | { readonly kind: 'cancelRequested'; readonly actor: string; readonly reason?: string }
  /** Reviewers have what they decide about. */
  | { readonly kind: 'reviewOpened'; readonly step: string; readonly workItem: WorkItem }
  | {
      readonly kind: 'reviewDecided';
      readonly step: string;
      readonly actor: string;
      readonly decision: ReviewDecision;
      /** All of them; absent when there were none, and in logs of earlier releases. */
      readonly comments?: readonly ReviewComment[];
    }
  | { readonly kind: 'previewOpened'; readonly links: readonly Link[] }
  | { readonly kind: 'wentLive'; readonly links: readonly Link[] }
  | { readonly kind: 'ended'; readonly outcome: Outcome }
  /** Our own fault: the run gave up and Temporal shows it as Failed. */
  | { readonly kind: 'gaveUp'; readonly message: Message };

/** `at` is an ISO 8601 time in UTC, taken from the workflow's clock. */
export type PublicationEvent = PublicationFact & { readonly at: string };
