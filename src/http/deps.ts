import type { PublicationClient } from '../client';
import type { Log } from '../log';
import type {
  BlobStore,
  Catalogue,
  Clock,
  LiveChecker,
  MailTransport,
  Offers,
  Packages,
  PreviewTokens,
  PublicationLog,
  Reports,
  Signer,
  SupportRequests,
} from '../services/ports';

/** What the API process is put together from; every member is a role, so that tests bring their own. */
export type AppDeps = {
  readonly catalogue: AppCatalogue;
  readonly client: Pick<
    PublicationClient,
    'publish' | 'goLive' | 'withdrawGoLive' | 'cancel' | 'provideNotificationEmails'
  >;
  readonly temporal: TemporalProbe;
  readonly staging: AppStore;
  readonly regions: readonly AppStore[];
  readonly mail: MailTransport;
  readonly signer: Signer;
  readonly previewTokens: PreviewTokens;
  readonly liveChecker: LiveChecker;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn'>;
  readonly settings: AppSettings;
};

/** The part of the catalogue that pages and API use. Publications are read here and changed by messages only. */
export type AppCatalogue = Pick<Catalogue, 'operations' | 'publishers' | 'ping'> & {
  readonly offers: Pick<Offers, 'saveDraft' | 'find' | 'list' | 'findVersion' | 'revealSecrets' | 'slots'>;
  readonly publications: Pick<PublicationLog, 'find' | 'listOf' | 'progress'>;
  readonly reports: Pick<Reports, 'find'>;
  readonly packages: Pick<Packages, 'find'>;
  readonly supportRequests: Pick<SupportRequests, 'create'>;
};

export type AppStore = Pick<BlobStore, 'name' | 'read' | 'readUrl' | 'writeBlock' | 'delete' | 'ping'>;

export type AppSettings = {
  /** Scheme, host and port people reach us at, without a slash at the end. */
  readonly publicUrl: string;
  /** Without one every protected address answers 401. */
  readonly apiToken: string | undefined;
  readonly supportEmail: string;
  /** Origins that count as reachable although they are not public; the local stack's storage. */
  readonly trustedOrigins: readonly string[];
};

export type TemporalProbe = {
  ping: () => Promise<void>;
  /** How many workers listen on a task queue. */
  pollers: (taskQueue: string) => Promise<number>;
};
