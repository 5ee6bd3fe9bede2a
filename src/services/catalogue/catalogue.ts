import { sql } from 'kysely';
import type { Log } from '../../log';
import type { Catalogue, Clock } from '../ports';
import { artefactsIn } from './artefacts';
import { certificationsIn } from './certifications';
import { connect } from './connection';
import { eventFeed } from './event-feed';
import { exceptionsIn } from './exceptions';
import { historyIn } from './history';
import { housekeepingIn } from './housekeeping';
import { idempotentRequestsIn } from './idempotent-requests';
import { liveOffersIn } from './live-offers';
import { offerListsIn } from './offer-lists';
import { offersIn } from './offers';
import { operationsIn } from './operations';
import { packagesIn } from './packages';
import { publicationsIn } from './publications';
import { publishersIn } from './publishers';
import { replicasIn } from './replicas';
import { reportsIn } from './reports';
import { reviewThreadsIn } from './review-threads';
import { reviewsIn } from './reviews';
import { sealSecrets } from './seal-secrets';
import { sentMailsIn } from './sent-mails';
import { sessionsIn } from './sessions';
import { stepHistoryIn } from './step-history';
import { supportRequestsIn } from './support-requests';
import { webhookQueueIn } from './webhook-queue';
import { webhooksIn } from './webhooks';
import { tokensIn } from './tokens';

export type CatalogueSettings = {
  readonly databaseUrl: string;
  /** 32 bytes, base64. */
  readonly secretsKey: string;
  readonly log?: Log;
  readonly clock?: Clock;
};

type Stop = () => Promise<void>;

/** Everything PostgreSQL keeps. Throws when the database does not answer or has not been migrated. */
export async function openCatalogue({
  databaseUrl,
  secretsKey,
  log,
  clock = () => new Date(),
}: CatalogueSettings): Promise<Catalogue> {
  const seal = sealSecrets(secretsKey);
  const db = connect(databaseUrl, { log });
  const watches = new Set<Stop>();
  const untilClosed =
    <Listener>(watch: (listener: Listener) => Promise<Stop>) =>
    async (listener: Listener): Promise<Stop> => {
      const stop = await watch(listener);
      watches.add(stop);
      return stop;
    };
  const publications = publicationsIn(db, { databaseUrl, clock, log });
  const events = eventFeed({ db, databaseUrl, log });
  const catalogue: Catalogue = {
    offers: offersIn(db, seal, clock),
    offerLists: offerListsIn(db),
    liveOffers: liveOffersIn(db),
    publishers: publishersIn(db),
    tokens: tokensIn(db),
    sessions: sessionsIn(db),
    publications: { ...publications, watch: untilClosed(publications.watch) },
    operations: operationsIn(db),
    artefacts: artefactsIn(db),
    reports: reportsIn(db),
    certifications: certificationsIn(db),
    exceptions: exceptionsIn(db),
    replicas: replicasIn(db),
    packages: packagesIn(db),
    sentMails: sentMailsIn(db),
    supportRequests: supportRequestsIn(db),
    events: { ...events, watch: untilClosed(events.watch) },
    history: historyIn(db),
    webhooks: webhooksIn({ db, seal, clock }),
    webhookQueue: webhookQueueIn({ db, seal, clock }),
    idempotentRequests: idempotentRequestsIn({ db, seal, clock }),
    stepHistory: stepHistoryIn(db),
    reviews: reviewsIn(db),
    reviewThreads: reviewThreadsIn(db),
    housekeeping: housekeepingIn(db),
    async ping() {
      await sql`select 1 from applied_migration limit 1`.execute(db);
    },
    async close() {
      await Promise.all([...watches].map((stop) => stop()));
      await db.destroy();
    },
  };
  try {
    await catalogue.ping();
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return catalogue;
}
