import type { Artefacts, Reports } from './artefacts';
import type { EventFeed } from './events';
import type { SentMails } from './mail';
import type { Offers, Publishers } from './offers';
import type { Operations } from './operations';
import type { Packages } from './packages';
import type { PublicationLog } from './publications';
import type { Replicas } from './replicas';
import type { SupportRequests } from './support';

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
