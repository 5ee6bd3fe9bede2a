/**
 * What the product needs from the outside world, in its own words. One adapter per outside system implements
 * these (`services/<system>/`); activities and http see nothing but these types.
 */
import type { Finding, Verdict } from '../domain/certification/finding';
import type { ImageFacts } from '../domain/certification/image-facts-schema';
import type { SourceRefusal } from '../domain/certification/source-facts';
import type { OfferDocument, OfferTypeId, Slot } from '../domain/offer/document';
import type { OfferKey } from '../domain/offer/ids';
import type { ConfiguredLeadSettings, Lead } from '../domain/lead/lead';
import type { LiveCheck } from '../domain/product-page/live-check';
import type { Manifest, ProductPage, Signature } from '../domain/product-page/product-page';
import type { PublicationEvent } from '../domain/publication/events';
import type { OperationKind } from '../domain/publication/operation-state';
import type { OfferStatus, PublicationStatus } from '../domain/publication/status';
import type { Artefact, SourceIdentity } from '../domain/replication/artefact';
import type { PageRange } from '../domain/replication/page-ranges';
import type { Language, Message } from '../domain/text/language';

// ---- Offers: drafts, frozen versions, slots ---------------------------------------------------------------

export type OfferRecord = OfferKey & {
  readonly guid: string;
  readonly offerType: OfferTypeId;
  /** The draft with secrets masked (`domain/offer/secrets.ts`). */
  readonly draft: OfferDocument;
  readonly etag: string;
  /** .NET ticks of the last change; a raw 64-bit number, never a JS number. */
  readonly tickVersion: bigint;
  readonly status: OfferStatus;
  readonly currentPublicationId: string | null;
  /** Version in each slot; null where nothing stands. */
  readonly previewVersion: number | null;
  readonly productionVersion: number | null;
  readonly changedAt: string;
};

export type OfferVersionRecord = OfferKey & {
  readonly offerVersion: number;
  readonly offerType: OfferTypeId;
  /** With secrets still masked; `revealSecrets` fills them in for the activity that needs them. */
  readonly document: OfferDocument;
  readonly regions: readonly string[];
  readonly frozenAt: string;
};

export type SlotRecord = {
  readonly slot: Exclude<Slot, 'Draft'>;
  readonly offerVersion: number;
  readonly packageDigest: string;
  readonly publicationId: string;
  readonly since: string;
};

export type Offers = {
  /** Secrets in the document are stored encrypted and apart; a mask that comes back keeps the stored value. */
  saveDraft: (
    offer: OfferKey,
    draft: OfferDocument,
    options: { readonly actor: string; readonly ifMatch?: string },
  ) => Promise<
    | { readonly kind: 'saved'; readonly offer: OfferRecord; readonly created: boolean }
    | { readonly kind: 'conflict'; readonly etag: string }
  >;
  find: (offer: OfferKey) => Promise<OfferRecord | undefined>;
  /** Newest change first; without a publisher, of all of them (the portal's All offers page). */
  list: (publisherId?: string) => Promise<readonly OfferRecord[]>;
  /**
   * Freezes the draft as the next version, or returns the version already frozen for this publication. Throws a
   * `DraftChangedError` when the draft's etag is another than `draftEtag` by now, and a `PublicationIdTakenError`.
   */
  freeze: (
    offer: OfferKey,
    publicationId: string,
    options: { readonly regions: readonly string[]; readonly draftEtag?: string },
  ) => Promise<OfferVersionRecord | undefined>;
  findVersion: (offer: OfferKey, offerVersion: number) => Promise<OfferVersionRecord | undefined>;
  /** The document with its secrets in place. Never log, store or return the result. */
  revealSecrets: (offer: OfferKey, document: OfferDocument) => Promise<OfferDocument>;
  slots: (offer: OfferKey) => Promise<readonly SlotRecord[]>;
  /** Points `Preview` at a package; idempotent per publication. */
  setPreview: (offer: OfferKey, slot: Omit<SlotRecord, 'slot' | 'since'>) => Promise<void>;
  clearPreview: (offer: OfferKey, publicationId: string) => Promise<void>;
  /** In one transaction: `Production` becomes exactly what `Preview` shows for this publication. Throws when they differ. */
  flipToProduction: (
    offer: OfferKey,
    publicationId: string,
    packageDigest: string,
  ) => Promise<{ readonly liveAt: string }>;
};

/** Publishers are made by the first draft they save. */
export type Publishers = {
  /** Of mails and messages, unless a publish call names another; undefined for an unknown publisher. */
  languageOf: (publisherId: string) => Promise<Language | undefined>;
  /** False for an unknown publisher. */
  setLanguage: (publisherId: string, language: Language) => Promise<boolean>;
};

// ---- Publications and their log ---------------------------------------------------------------------------

export type PublicationRecord = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly runId: string;
  readonly status: PublicationStatus;
};

export type PublicationRun = Pick<PublicationRecord, 'publicationId' | 'runId'>;

/** Live progress of one long activity, e.g. item `replicate.westeurope`. */
export type ItemProgress = {
  readonly item: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly state: 'running' | 'waiting' | 'done';
  /** What it is waiting for, e.g. a region's refusal. */
  readonly message?: Message;
  readonly updatedAt: string;
};

export type PublicationLog = {
  /**
   * Opens the log of a publication. Any other open publication of this offer belongs to a run that was
   * terminated (one workflow id per offer): it is closed as canceled and returned, so that its residue can be released.
   */
  open: (publication: {
    readonly publicationId: string;
    readonly runId: string;
    readonly offer: OfferKey;
    readonly offerVersion: number;
    readonly language: Language;
    readonly requestedBy?: string;
  }) => Promise<{ readonly abandoned: readonly PublicationRecord[] }>;
  /** Idempotent per (publication, run, sequence); a run once superseded by a newer one is ignored. */
  record: (progress: {
    readonly publicationId: string;
    readonly runId: string;
    readonly firstSequence: number;
    readonly events: readonly PublicationEvent[];
  }) => Promise<void>;
  find: (publicationId: string) => Promise<PublicationRecord | undefined>;
  /** Newest first. */
  listOf: (offer: OfferKey) => Promise<readonly PublicationRecord[]>;
  /** Publications that have not ended and whose current step is at work: at most 1,000, oldest first. */
  unfinished: () => Promise<readonly PublicationRecord[]>;
  /**
   * The next publications whose runs are to be looked at, those first that have waited longest, none twice in 50
   * seconds: open ones, and those closed by `closeTerminated` (they have ended) that nobody has called tidy yet.
   */
  takeForCheck: (limit: number) => Promise<readonly PublicationRecord[]>;
  /**
   * Closes a publication as canceled because its run was terminated, and returns it; what that run still writes is
   * ignored. Undefined when it has ended, or another run than `runId` writes it by now.
   */
  closeTerminated: (run: PublicationRun) => Promise<PublicationRecord | undefined>;
  /** Nothing is left of the closed publication: `runId` is the one `closeTerminated` returned. */
  markTidy: (run: PublicationRun) => Promise<void>;
  events: (publicationId: string) => Promise<readonly PublicationEvent[]>;
  reportProgress: (publicationId: string, progress: Omit<ItemProgress, 'updatedAt'>) => Promise<void>;
  progress: (publicationId: string) => Promise<readonly ItemProgress[]>;
  /** Calls back after each change of a publication (LISTEN/NOTIFY). Returns a function that stops. */
  watch: (onChange: (publicationId: string) => void) => Promise<() => Promise<void>>;
};

export type OperationRecord = {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string;
  readonly state: 'running' | 'succeeded' | 'failed' | 'canceled';
  readonly actor: string;
  readonly createdAt: string;
  readonly endedAt: string | null;
};

/** Every accepted publish and message of API and portal, resolvable for ever under its own UUID (= requestId). */
export type Operations = {
  /** Idempotent per operationId: the first row stays. `record` of the publication's end closes them. */
  create: (operation: Omit<OperationRecord, 'state' | 'createdAt' | 'endedAt'>) => Promise<OperationRecord>;
  find: (operationId: string) => Promise<OperationRecord | undefined>;
  /** Who was let in by API or portal, by operation id: of all operations of these publications. */
  actorsOf: (publicationIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

// ---- Artefacts, certification reports, replicas, packages ---------------------------------------------------

export type ReportRecord = {
  readonly reportId: string;
  /** What was judged: an artefact's digest, or `<publisher>/<offer>/<version>` for a validation. */
  readonly subject: string;
  readonly ruleSetVersion: string;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly createdAt: string;
  readonly validUntil: string;
};

export type Artefacts = {
  save: (artefact: Artefact) => Promise<void>;
  find: (digest: string) => Promise<Artefact | undefined>;
  rememberSource: (source: SourceIdentity, digest: string) => Promise<void>;
  /** The digest last read from exactly this source, when its artefact is still in staging. */
  findBySource: (source: SourceIdentity) => Promise<string | undefined>;
  /** What this version's artefact turned out to be; read by packaging. Idempotent. */
  bind: (
    offer: OfferKey,
    offerVersion: number,
    artefactId: string,
    digest: string,
    reportId: string,
  ) => Promise<void>;
  bindings: (
    offer: OfferKey,
    offerVersion: number,
  ) => Promise<
    readonly { readonly artefactId: string; readonly digest: string; readonly reportId: string }[]
  >;
};

export type Reports = {
  /** Content-addressed: the same subject, rules and findings give the same id. */
  save: (report: Omit<ReportRecord, 'reportId' | 'createdAt'>) => Promise<ReportRecord>;
  find: (reportId: string) => Promise<ReportRecord | undefined>;
  /** A report that is still valid for this subject under this rule set. */
  findValid: (subject: string, ruleSetVersion: string) => Promise<ReportRecord | undefined>;
};

export type ReplicaRecord = {
  readonly digest: string;
  readonly region: string;
  readonly state: 'copying' | 'verified';
  /** Fencing: the attempt that may write; an older attempt's writes are refused. */
  readonly attempt: number;
  /** Ranges already written, for resuming. */
  readonly journal: readonly PageRange[];
  readonly verifiedAt: string | null;
};

export type Replicas = {
  /**
   * Holds the replica for this publication and takes it over under a new, higher attempt. A verified one stays
   * `verified`; otherwise the journal of the attempt before comes along.
   */
  claim: (
    digest: string,
    region: string,
    holder: OfferKey & { readonly publicationId: string },
  ) => Promise<ReplicaRecord>;
  /**
   * False when a newer attempt has taken over: stop writing. A verified replica becomes `copying` again: its
   * bytes turned out to be missing or wrong.
   */
  saveJournal: (replica: {
    readonly digest: string;
    readonly region: string;
    readonly attempt: number;
    readonly journal: readonly PageRange[];
  }) => Promise<boolean>;
  markVerified: (replica: {
    readonly digest: string;
    readonly region: string;
    readonly attempt: number;
  }) => Promise<boolean>;
  find: (digest: string, region: string) => Promise<ReplicaRecord | undefined>;
  /**
   * Drops this publication's holds; returns those replicas it held that nobody holds any more and that are not
   * forgotten yet, so that a repeated call returns again what an interrupted one left.
   */
  release: (
    publicationId: string,
  ) => Promise<readonly { readonly digest: string; readonly region: string }[]>;
  /** Deletes the row, unless somebody holds the replica (again): then false. Before the blob goes, never after. */
  forget: (digest: string, region: string) => Promise<boolean>;
  /**
   * Drops holds that nobody will ask about again: of ended publications that stand in no slot and are not the
   * newest of their offer. Returns how many. What nobody holds then are orphans.
   */
  releaseSuperseded: () => Promise<number>;
  /** Replicas whose last holder is gone, oldest first (I10). */
  orphans: (limit: number) => Promise<readonly { readonly digest: string; readonly region: string }[]>;
};

export type PackageRecord = {
  readonly packageDigest: string;
  readonly manifest: Manifest;
  readonly page: ProductPage;
  readonly signature: Signature;
  readonly createdAt: string;
};

export type Packages = {
  /** Content-addressed; saving the same package again keeps the first. */
  save: (content: Omit<PackageRecord, 'createdAt'>) => Promise<PackageRecord>;
  find: (packageDigest: string) => Promise<PackageRecord | undefined>;
};

// ---- Mails, support -----------------------------------------------------------------------------------------

export type SentMails = {
  /**
   * The mail's fixed Message-ID; the first call fixes it. `sentAt` is set when an earlier attempt got through.
   * `threadId` is the Message-ID of the publication's first mail; null for that mail itself.
   */
  prepare: (
    key: string,
    publicationId: string,
  ) => Promise<{
    readonly messageId: string;
    readonly sentAt: string | null;
    readonly threadId: string | null;
  }>;
  markSent: (key: string) => Promise<void>;
};

export type SupportRequest = {
  readonly caseNumber: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string | null;
  readonly step: string | null;
  readonly contactEmail: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  readonly createdAt: string;
};

export type SupportRequests = {
  create: (request: Omit<SupportRequest, 'caseNumber' | 'createdAt'>) => Promise<SupportRequest>;
  find: (caseNumber: string) => Promise<SupportRequest | undefined>;
};

// ---- Events, housekeeping -----------------------------------------------------------------------------------

/** Anything that happened to an offer: draft saves, freezes, slots, operations, and all of a publication's events. */
export type LoggedEvent = OfferKey & {
  /** Opaque; pass it to `after` to go on from here. */
  readonly cursor: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly publicationId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
};

export type EventFeed = {
  /** The next events in their final order; from the first one without a cursor. */
  after: (cursor: string | undefined, limit: number) => Promise<readonly LoggedEvent[]>;
};

export type Housekeeping = {
  /** Runs `work` unless another process is at it; false when one was. */
  alone: (work: () => Promise<void>) => Promise<boolean>;
};

/** Everything PostgreSQL keeps (`services/catalogue/`). */
export type Catalogue = {
  readonly offers: Offers;
  readonly publishers: Publishers;
  readonly publications: PublicationLog;
  readonly operations: Operations;
  readonly artefacts: Artefacts;
  readonly reports: Reports;
  readonly replicas: Replicas;
  readonly packages: Packages;
  readonly sentMails: SentMails;
  readonly supportRequests: SupportRequests;
  readonly events: EventFeed;
  readonly housekeeping: Housekeeping;
  ping: () => Promise<void>;
  close: () => Promise<void>;
};

// ---- Blobs --------------------------------------------------------------------------------------------------

/** One account of our own: staging, or one region. Blobs are named by digest. */
export type BlobStore = {
  readonly name: string;
  exists: (name: string) => Promise<{ readonly bytes: number; readonly etag: string } | undefined>;
  /** Makes an all-zero page blob of this size; an existing one of the same size is kept as it is. */
  createPageBlob: (name: string, bytes: number) => Promise<void>;
  /** At most 4 MiB, 512-aligned. */
  writePages: (name: string, offset: number, pages: Buffer, signal?: AbortSignal) => Promise<void>;
  writeBlock: (name: string, content: Buffer, contentType: string) => Promise<void>;
  /** Gives a finished upload its digest as name (copy inside the account) and drops the old one. */
  rename: (from: string, to: string, signal?: AbortSignal) => Promise<void>;
  read: (name: string, offset: number, count: number, signal?: AbortSignal) => Promise<Buffer>;
  dataRanges: (name: string, signal?: AbortSignal) => Promise<readonly PageRange[]>;
  /** Also succeeds when there is no such blob. With an ETag, a blob that changed since is kept. */
  delete: (name: string, etag?: string) => Promise<void>;
  list: (
    prefix?: string,
  ) => AsyncIterable<{ readonly name: string; readonly bytes: number; readonly changedAt: Date }>;
  /** A read-only URL that expires. Made at read time, never stored. */
  readUrl: (name: string, expires: Date) => Promise<string>;
  ping: () => Promise<void>;
};

/** What the publisher's URL leads to. Every request goes through the SSRF-safe client. */
export type SourceReader = {
  /** Identity and size, without reading the content. */
  stat: (
    url: string,
    signal?: AbortSignal,
  ) => Promise<SourceAnswer<{ readonly etag: string; readonly bytes: number; readonly blobType: string }>>;
  /** Where a page blob holds data; undefined when the service does not say. */
  dataRanges: (url: string, signal?: AbortSignal) => Promise<readonly PageRange[] | undefined>;
  /**
   * Fills `into` with the bytes from `start` on, of exactly this version; `changed` when the source's ETag is
   * another by now. The caller's buffer, so that it can be used again: garbage of this size comes faster than it goes.
   */
  read: (
    url: string,
    bytes: { readonly start: number; readonly into: Buffer; readonly etag: string },
    signal?: AbortSignal,
  ) => Promise<SourceAnswer<Buffer>>;
};

/** A refusal that retrying cannot cure is an answer; anything that may pass is thrown. */
export type SourceAnswer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: SourceRefusal;
      readonly detail: string;
    };

/** Makes digests; hashing long runs of zeros gives other work a turn in between. */
export type Digests = { sha256: () => RunningDigest };

export type RunningDigest = {
  update: (bytes: Uint8Array) => void;
  zeros: (count: number) => Promise<void>;
  /** Lower-case hex. */
  digest: () => string;
};

/** Learns everything about an image while its bytes pass once, in order. */
export type ImageInspection = {
  /** The next bytes. Answers where in the piece data begins and ends; `undefined` when all of it is zero. */
  data: (piece: Buffer) => PageRange | undefined;
  /** The next `count` bytes are zero. */
  zeros: (count: number) => Promise<void>;
  finish: () => {
    readonly digest: string;
    readonly ranges: readonly PageRange[];
    readonly facts: ImageFacts;
  };
};

// ---- Mail, leads, signing -----------------------------------------------------------------------------------

export type OutgoingMail = {
  readonly messageId: string;
  /** Message-ID of the publication's first mail, which starts the thread. */
  readonly references?: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** `refused`: this recipient or this mail is refused for good; the reason is the server's. */
export type MailAnswer =
  { readonly kind: 'accepted' } | { readonly kind: 'refused'; readonly reason: string };

/** Throws when trying again may help. */
export type MailTransport = {
  send: (mail: OutgoingMail) => Promise<MailAnswer>;
  ping: () => Promise<void>;
};

export type LeadAnswer =
  | { readonly kind: 'accepted' }
  /** Trying again cannot help; `answer` holds at most 200 characters and no secret. */
  | { readonly kind: 'refused'; readonly answer: string };

/** Hands a lead over where the publisher wants it; `key` tells a retry from a second lead. Throws when trying again may help. */
export type LeadDestinations = {
  send: (
    lead: Lead,
    settings: ConfiguredLeadSettings,
    key: string,
    signal?: AbortSignal,
  ) => Promise<LeadAnswer>;
};

export type Signer = {
  readonly keyId: string;
  sign: (content: Uint8Array) => Signature;
  verify: (content: Uint8Array, signature: Signature) => boolean;
  /** Key id -> PEM of every public key, old ones too. */
  publicKeys: () => Readonly<Record<string, string>>;
};

/** Who may see a preview: one subscription of one offer's allow-list. */
export type PreviewGrant = OfferKey & { readonly subscriptionId: string };

/** Signed, expiring permissions to see one offer's preview. */
export type PreviewTokens = {
  issue: (grant: PreviewGrant, expires: Date) => Promise<string>;
  /** Undefined for anything but an unexpired token of ours for exactly this offer. The allow-list is the caller's to check. */
  read: (token: string, offer: OfferKey, now: Date) => Promise<PreviewGrant | undefined>;
};

// ---- The listing's content ----------------------------------------------------------------------------------

/** Leaves nothing but simple markup of a publisher's HTML; what is longer than 64 KiB is refused. */
export type HtmlSanitizer = {
  sanitize: (
    html: string,
  ) =>
    { readonly kind: 'clean'; readonly html: string } | { readonly kind: 'tooLong'; readonly bytes: number };
};

/** Fetches a publisher's pictures and makes them harmless. */
export type Pictures = {
  /** Always a PNG of exactly this size. Throws when trying again may help. */
  load: (
    url: string,
    size: { readonly width: number; readonly height: number },
    signal?: AbortSignal,
  ) => Promise<PictureAnswer>;
};

export type PictureAnswer =
  | {
      readonly kind: 'loaded';
      readonly png: Buffer;
      /** The size it came in, when that was another. */
      readonly resizedFrom?: { readonly width: number; readonly height: number };
    }
  /** `detail` names no secret: a status, a format, a size. */
  | { readonly kind: 'unavailable' | 'unusable'; readonly detail: string };

/** What Temporal knows of the newest run of an offer. */
export type Runs = {
  /** It was ended from outside (terminated, or out of time) and told nobody. False for a run that nobody knows. */
  isTerminated: (offer: OfferKey) => Promise<boolean>;
};

/** Compares everything that is live with what was signed. */
export type LiveChecker = { check: (offer: OfferKey, signal?: AbortSignal) => Promise<LiveCheck> };

export type Clock = () => Date;
