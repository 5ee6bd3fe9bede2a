import type { Sessions, Tokens } from './access';
import type { Artefacts, Reports } from './artefacts';
import type { Certifications, Exceptions } from './certifications';
import type { EventFeed } from './events';
import type { History } from './history';
import type { IdempotentRequests } from './idempotent-requests';
import type { LiveOffers } from './live-offers';
import type { SentMails } from './mail';
import type { OfferLists } from './offer-list';
import type { Offers } from './offers';
import type { Operations } from './operations';
import type { Packages } from './packages';
import type { PublicationLog } from './publications';
import type { Publishers } from './publishers';
import type { Replicas } from './replicas';
import type { Reviews, ReviewThreads } from './reviews';
import type { StepHistory } from './step-history';
import type { SupportRequests } from './support';
import type { WebhookQueue, Webhooks } from './webhooks';

export type Housekeeping = {
  /** Runs `work` unless another process is at it; false when one was. */
  alone: (work: () => Promise<void>) => Promise<boolean>;
};

/** Everything PostgreSQL keeps (`services/catalogue/`). */
export type Catalogue = {
  readonly offers: Offers;
  readonly offerLists: OfferLists;
  readonly liveOffers: LiveOffers;
  readonly publishers: Publishers;
  readonly tokens: Tokens;
  readonly sessions: Sessions;
  readonly publications: PublicationLog;
  readonly operations: Operations;
  readonly artefacts: Artefacts;
  readonly reports: Reports;
  readonly certifications: Certifications;
  readonly exceptions: Exceptions;
  readonly replicas: Replicas;
  readonly packages: Packages;
  readonly sentMails: SentMails;
  readonly supportRequests: SupportRequests;
  readonly events: EventFeed;
  readonly history: History;
  readonly webhooks: Webhooks;
  readonly webhookQueue: WebhookQueue;
  readonly idempotentRequests: IdempotentRequests;
  readonly stepHistory: StepHistory;
  readonly reviews: Reviews;
  readonly reviewThreads: ReviewThreads;
  readonly housekeeping: Housekeeping;
  ping: () => Promise<void>;
  close: () => Promise<void>;
};
