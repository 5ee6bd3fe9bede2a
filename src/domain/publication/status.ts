import type { OfferTypeId } from '../offer/document';
import type { Finding } from '../certification/finding';
import type { Language, Message } from '../text/language';
import type { Pipeline } from './pipeline';

export type OfferStatus =
  | 'neverPublished'
  | 'notStarted'
  | 'running'
  | 'waitingForPublisherReview'
  | 'succeeded'
  | 'canceled'
  | 'failed';

export type StepStatus =
  | 'notStarted'
  | 'inProgress'
  | 'waitingForPublisherReview'
  | 'waitingForApproval'
  | 'blocked'
  | 'rejected'
  | 'complete'
  | 'canceled';

export type CancellationRequestState = 'canCancel' | 'cannotCancel' | 'cancelRequested' | 'canceled';

/** How a publication ended; the run's result and the CLI's exit code follow from it. */
export type Outcome = 'live' | 'failed' | 'canceled' | 'rejected';

export type Level = 'information' | 'warning' | 'error';

/** One line of a step's story. An actor in it is a claim until somebody vouches for it (`unverified.ts`). */
export type StepMessage = { readonly at: string; readonly level: Level; readonly message: Message };

export type StepState = {
  readonly id: string;
  readonly status: StepStatus;
  readonly startedAt?: string;
  readonly endedAt?: string;
  /** The newest 50, oldest first; `messageCount` counts all. */
  readonly messages: readonly StepMessage[];
  readonly messageCount: number;
  /** The newest findings of this step, at most 10; the report holds all. */
  readonly findings: readonly Finding[];
  readonly reportId?: string;
};

export type ReviewDecision = 'approve' | 'requestChanges';

/** What reviewers work on; `id` and `url` are those of the board it stands on. */
export type WorkItem = { readonly board: string; readonly id: string; readonly url: string };

export type Link = { readonly text: string; readonly uri: string };

/** A go-live that was accepted in part: votes so far, or a date that has not come. */
export type GoLiveState = {
  readonly votes: readonly string[];
  readonly notBefore?: string;
  readonly approved: boolean;
};

/** The status document: what the run answers `status`, and what the catalogue keeps for pages and API. */
export type PublicationStatus = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly offerType: OfferTypeId | null;
  /** The frozen version this run publishes; null until it is frozen. */
  readonly offerVersion: number | null;
  readonly language: Language;
  readonly requestedBy: string | null;
  /** What the publisher wants reviewers to know. */
  readonly certificationNotes?: string;
  readonly pipeline: Pipeline | null;
  readonly status: OfferStatus;
  readonly steps: readonly StepState[];
  readonly cancellation: CancellationRequestState;
  readonly notificationEmails: readonly string[];
  readonly goLive: GoLiveState;
  /** The newest decision of a reviewer. */
  readonly review: {
    readonly step: string;
    readonly actor: string;
    readonly decision: ReviewDecision;
  } | null;
  /** Of the review that is open or was decided last. */
  readonly workItem?: WorkItem;
  readonly previewLinks: readonly Link[];
  readonly liveLinks: readonly Link[];
  readonly outcome: Outcome | null;
  readonly startedAt: string;
  readonly changedAt: string;
  readonly endedAt: string | null;
};
