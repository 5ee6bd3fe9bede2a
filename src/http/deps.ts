import type { NamespaceFault, PublicationClient, StuckRun } from '../client';
import type { TemporalUi } from '../domain/publication/run-page';
import type { Log } from '../log';
import type { EventHub } from './events/event-hub';
import type { RateLimits } from './requests/rate-limits';
import type { LimitedUploads } from './uploads/limited-uploads';
import type {
  AccessTokens,
  ArtefactTokens,
  Artefacts,
  BlobStore,
  Catalogue,
  Certifications,
  Clock,
  EventFeed,
  LiveChecker,
  MailTransport,
  Offers,
  PackageFiles,
  PackageJudge,
  Packages,
  OutsideBoard,
  OutsideTokens,
  PreviewTokens,
  PublicationLog,
  Replicas,
  Reports,
  Reviews,
  Signer,
  SourceReader,
  SupportRequests,
} from '../services/ports';

/** What the API process is put together from; every member is a role, so that tests bring their own. */
export type AppDeps = {
  readonly catalogue: AppCatalogue;
  readonly client: Pick<
    PublicationClient,
    | 'publish'
    | 'goLive'
    | 'withdrawGoLive'
    | 'cancel'
    | 'provideNotificationEmails'
    | 'reviewDecision'
    | 'newestId'
    | 'status'
  >;
  readonly temporal: TemporalProbe;
  readonly staging: AppStore;
  readonly regions: readonly AppStore[];
  readonly mail: Pick<MailTransport, 'ping'>;
  readonly signer: Signer;
  readonly previewTokens: PreviewTokens;
  readonly artefactTokens: ArtefactTokens;
  readonly packageFiles: PackageFiles;
  readonly packageJudge: PackageJudge;
  readonly accessTokens: AccessTokens;
  /** Of the configured identity provider, if there is one. */
  readonly outsideTokens?: OutsideTokens | undefined;
  readonly limits: RateLimits;
  /** Asks a publisher's address what stands there, once; the dry run does not wait for better times. */
  readonly sources: Pick<SourceReader, 'stat'>;
  readonly liveChecker: LiveChecker;
  /** The tracker reviewers work in, and what its hooks show when they call; absent where only our own pages are used. */
  readonly outsideBoard?: { readonly board: OutsideBoard; readonly hookSecret: string } | undefined;
  /** Absent where the installation has no storage for publishers' files. */
  readonly uploads?: LimitedUploads | undefined;
  readonly eventHub: EventHub;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn'>;
  readonly settings: AppSettings;
};

/** The part of the catalogue that pages and API use. Publications are read here and changed by messages only. */
export type AppCatalogue = Pick<
  Catalogue,
  | 'operations'
  | 'publishers'
  | 'webhooks'
  | 'idempotentRequests'
  | 'tokens'
  | 'sessions'
  | 'ping'
  | 'offerLists'
  | 'history'
  | 'stepHistory'
  | 'reviewThreads'
  | 'exceptions'
  | 'liveOffers'
> & {
  readonly offers: Pick<
    Offers,
    | 'saveDraft'
    | 'find'
    | 'summaries'
    | 'withId'
    | 'findVersion'
    | 'liveBefore'
    | 'revealSecrets'
    | 'slots'
    | 'discard'
    | 'whyNotDiscard'
  >;
  readonly publications: Pick<PublicationLog, 'find' | 'listOf' | 'progress'>;
  readonly artefacts: Pick<Artefacts, 'find' | 'findBySource' | 'bindings'>;
  readonly replicas: Pick<Replicas, 'find'>;
  readonly reports: Pick<Reports, 'find' | 'findValid'>;
  readonly certifications: Pick<Certifications, 'find' | 'partsOf'>;
  readonly events: Pick<EventFeed, 'after'>;
  readonly packages: Pick<Packages, 'find'>;
  readonly supportRequests: Pick<SupportRequests, 'create' | 'listOf'>;
  readonly reviews: Pick<Reviews, 'find' | 'listOf' | 'waiting' | 'packagesOf'>;
};

export type AppStore = Pick<BlobStore, 'name' | 'read' | 'readUrl' | 'writeBlock' | 'delete' | 'ping'>;

export type AppSettings = {
  /** Scheme, host and port people reach us at, without a slash at the end. */
  readonly publicUrl: string;
  /** The installation's own token; the first publishers and tokens are made with it. */
  readonly apiToken: string | undefined;
  /** Seals session cookies; the key that names of requests are sealed with follows from it. */
  readonly sessionKey: string;
  /** How many proxies of ours stand before the API (`address.ts`). */
  readonly proxies: number;
  readonly supportEmail: string;
  /** For links that operators see; absent where there is no UI. */
  readonly temporalUi?: TemporalUi | undefined;
  /** Origins that count as reachable although they are not public; the local stack's storage. */
  readonly trustedOrigins: readonly string[];
  /** A draft that exists is saved only with `If-Match`; else the last writer wins. */
  readonly ifMatchRequired: boolean;
  /** What this process calls itself at `/livez`. */
  readonly instanceId?: string | undefined;
};

export type TemporalProbe = {
  ping: () => Promise<void>;
  /** Undefined when publications can run in the namespace, as far as the server tells. */
  namespaceFault: () => Promise<NamespaceFault | undefined>;
  /** How many workers listen on a task queue. */
  pollers: (taskQueue: string) => Promise<number>;
  /** Publications that cannot go on, a few of them. */
  stuckRuns: (most: number) => Promise<readonly StuckRun[]>;
};
