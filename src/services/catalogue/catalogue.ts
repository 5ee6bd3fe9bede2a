import { sql } from 'kysely';
import type { Log } from '../../log';
import type { Catalogue, Clock } from '../ports';
import { artefactsIn } from './artefacts/artefacts';
import { certificationsIn } from './certification/certifications';
import { connect, type Connection } from './database/connection';
import { eventFeed } from './events/event-feed';
import { exceptionsIn } from './certification/exceptions';
import { historyIn } from './publications/history';
import { housekeepingIn } from './housekeeping';
import { idempotentRequestsIn } from './operations/idempotent-requests';
import { liveOffersIn } from './offers/live-offers';
import { namingKeyIn, secretNames } from './secrets/naming-key';
import { offerListsIn } from './offers/offer-lists';
import { offersIn } from './offers/offers';
import { operationsIn } from './operations/operations';
import { packagesIn } from './artefacts/packages';
import { publicationsIn } from './publications/publications';
import { publishersIn } from './offers/publishers';
import { replicasIn } from './artefacts/replicas';
import { reportsIn } from './certification/reports';
import { reviewThreadsIn } from './reviews/review-threads';
import { reviewsIn } from './reviews/reviews';
import { sealSecrets, type SecretsKeys } from './secrets/seal-secrets';
import { sentMailsIn } from './correspondence/sent-mails';
import { sessionsIn } from './access/sessions';
import { stepHistoryIn } from './publications/step-history';
import { supportRequestsIn } from './correspondence/support-requests';
import { webhookQueueIn } from './webhooks/webhook-queue';
import { webhooksIn } from './webhooks/webhooks';
import { tokensIn } from './access/tokens';

export type CatalogueSettings = SecretsKeys & {
  readonly databaseUrl: string;
  readonly log?: Log;
  readonly clock?: Clock;
  /** Milliseconds one statement may take. */
  readonly patience?: number;
};

/** With what the process that opened it may need besides. */
export type OpenCatalogue = Catalogue & {
  /** Never changes; 32 bytes, base64. */
  readonly namingKey: string;
};

type Stop = () => Promise<void>;

/** Everything PostgreSQL keeps. Throws when the database does not answer or has not been migrated. */
export async function openCatalogue({
  databaseUrl,
  secretsKey,
  otherSecretsKeys,
  log,
  clock = () => new Date(),
  ...limits
}: CatalogueSettings): Promise<OpenCatalogue> {
  const ring = sealSecrets({ secretsKey, otherSecretsKeys });
  const db = connect(databaseUrl, { log, ...limits });
  const namingKey = await orClose(db, async () => {
    await ping(db);
    return namingKeyIn(db, ring, { secretsKey, log });
  });
  const seal = { ...ring, idOf: secretNames(namingKey) };
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
  return {
    namingKey,
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
    ping: () => ping(db),
    async close() {
      await Promise.all([...watches].map((stop) => stop()));
      await db.destroy();
    },
  };
}

async function ping(db: Connection): Promise<void> {
  await sql`select 1 from applied_migration limit 1`.execute(db);
}

async function orClose<Value>(db: Connection, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
