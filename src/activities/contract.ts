import type { Finding } from '../domain/certification/finding';
import type { JudgedFindings } from '../domain/certification/step-verdict';
import type { OfferTypeId } from '../domain/offer/document';
import type { PublicationEvent } from '../domain/publication/events';
import type { Pipeline } from '../domain/publication/pipeline';
import type { Link, Outcome, ReviewDecision, WorkItem } from '../domain/publication/status';
import type { Approval } from '../domain/review/standing-approval';
import type { Language } from '../domain/text/language';
import type { MailEvent } from '../domain/text/mails/mail-event';

/** Names one publication of one frozen offer version; every activity's input carries it. */
export type PublicationRef = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly offerVersion: number;
};

export type OpenPublicationInput = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly runId: string;
  /** The first run's; another one after a reset has the same. Absent in runs of earlier releases. */
  readonly firstRunId?: string;
  /** Publish this frozen version; absent: freeze the draft as it is now. */
  readonly offerVersion?: number;
  readonly requestedBy?: string;
  /** Absent: the publisher's language. */
  readonly language?: Language;
  /** The draft's ETag when it was checked; freezing another draft is refused. */
  readonly draftEtag?: string;
};

export type OpenedPublication =
  | {
      readonly kind: 'opened';
      readonly offerVersion: number;
      readonly offerType: OfferTypeId;
      readonly pipeline: Pipeline;
      readonly language: Language;
      /** Absolute URL of the status page, for operators reading the run in the Temporal UI. */
      readonly statusPage: string;
    }
  /** No such offer or version, or an offer type that is not published here. Nothing was written. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

export type StepVerdict = JudgedFindings & {
  /** Set when there is a stored report: `report` row in the catalogue. */
  readonly reportId?: string;
};

/** One thing the publisher hands in by URL: an OS disk, a data disk, a package. */
export type ArtefactRef = {
  /** Readable and unique in the version, e.g. `plan1/1.0.0/os`, `plan1/1.0.0/lun0` or `plan1/1.0.0/package`. */
  readonly artefactId: string;
  readonly kind: 'osDisk' | 'dataDisk' | 'package';
};

export type ValidationResult = StepVerdict & {
  /** What certification ingests; empty for text-only offers and after errors. */
  readonly artefacts: readonly ArtefactRef[];
  /** The regions frozen with the version. */
  readonly regions: readonly string[];
};

export type CertificationResult = StepVerdict & {
  readonly artefactId: string;
  /** SHA-256 of the bytes, lower-case hex; absent when they could not be read. */
  readonly digest?: string;
  readonly bytes?: number;
  /** ISO time of an earlier certification of the same bytes that was found and not redone. */
  readonly foundFrom?: string;
  /** Of an earlier publication's reviewer, who let exactly these findings pass. */
  readonly approval?: Approval;
};

export type ReplicationResult = {
  readonly region: string;
  readonly copiedBytes: number;
  /** Digests that were already there and verified by an earlier publication. */
  readonly found: number;
  readonly copied: number;
  /** ISO time since when all found ones are there; absent when none was, and in results of earlier releases. */
  readonly foundFrom?: string;
};

export type PackageResult = StepVerdict & {
  /**
   * SHA-256 over the canonical manifest, lower-case hex: the identity of the product page. Absent when the
   * verdict is `failed`: a picture of the listing could not be had or used.
   */
  readonly packageDigest?: string;
  /** ISO time of an earlier publication's package with the same content. */
  readonly foundFrom?: string;
};

export type LeadResult =
  | { readonly kind: 'skipped' }
  | { readonly kind: 'registered'; readonly destination: string; readonly token: string }
  /** The destination answered with a refusal that retrying cannot cure; `answer` is shown to the publisher. */
  | { readonly kind: 'failed'; readonly destination: string; readonly answer: string };

export type { MailEvent };

export type MailInput = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly event: MailEvent;
  /** Tells reminders apart; part of the mail's key `<publicationId>/<event>/<number>`. */
  readonly number: number;
  readonly emails: readonly string[];
  /** The step the mail is about, when it is about one. */
  readonly step?: string;
  /** For a refused start, which has no log: what was wrong with it, at most 10 findings. */
  readonly findings?: readonly Finding[];
  /** For operators only: what went wrong, in the words of whoever said so. */
  readonly reason?: string;
  /** The language of a start that was refused; others have theirs in the log. */
  readonly language?: Language;
};

export type ProgressInput = {
  readonly publicationId: string;
  readonly runId: string;
  readonly firstRunId?: string;
  /** Sequence of `events[0]`; events are numbered from 1 without gaps. A reset repeats numbers. */
  readonly firstSequence: number;
  readonly events: readonly PublicationEvent[];
};

/** The decision itself is the publication's; what was said with it stands in its log. */
export type DecidedReview = PublicationRef & {
  readonly step: string;
  readonly decision: ReviewDecision;
  readonly actor: string;
};

/** The light activities of task queue `publication`. */
export type ControlActivities = {
  openPublication: (input: OpenPublicationInput) => Promise<OpenedPublication>;
  validate: (publication: PublicationRef) => Promise<ValidationResult>;
  packageProduct: (
    publication: PublicationRef & { readonly digests?: readonly string[] },
  ) => Promise<PackageResult>;
  registerLead: (publication: PublicationRef) => Promise<LeadResult>;
  openPreview: (
    publication: PublicationRef & { readonly packageDigest: string },
  ) => Promise<{ readonly links: readonly Link[] }>;
  goLiveNow: (
    publication: PublicationRef & { readonly packageDigest: string },
  ) => Promise<{ readonly links: readonly Link[] }>;
  /** Gives reviewers what they decide about; one publication's step has one work item, however often it is asked for. */
  openReview: (
    publication: PublicationRef & { readonly step: string; readonly signedOffBy: readonly string[] },
  ) => Promise<{ readonly workItem: WorkItem }>;
  /** Writes down in our own records how the review ended; its comments become threads that can be answered. */
  recordDecision: (decided: DecidedReview) => Promise<void>;
  /** The same for the board, wherever it is. */
  closeReview: (decided: DecidedReview) => Promise<void>;
  /** After any end but live: preview withdrawn, replicas released unless another slot uses them. */
  withdraw: (publication: PublicationRef & { readonly outcome: Outcome }) => Promise<void>;
  recordProgress: (progress: ProgressInput) => Promise<void>;
  sendMail: (mail: MailInput) => Promise<void>;
};

/** The heavy activities of task queue `images`. */
export type DataActivities = {
  certify: (publication: PublicationRef & { readonly artefact: ArtefactRef }) => Promise<CertificationResult>;
  replicate: (
    publication: PublicationRef & { readonly region: string; readonly digests: readonly string[] },
  ) => Promise<ReplicationResult>;
};
