import { sql } from 'kysely';
import type { Log } from '../../log';
import type { Catalogue, Clock } from '../ports';
import { artefactsIn } from './artefacts';
import { connect } from './connection';
import { eventFeed } from './event-feed';
import { housekeepingIn } from './housekeeping';
import { offersIn } from './offers';
import { operationsIn } from './operations';
import { packagesIn } from './packages';
import { publicationsIn } from './publications';
import { publishersIn } from './publishers';
import { replicasIn } from './replicas';
import { reportsIn } from './reports';
import { sealSecrets } from './seal-secrets';
import { sentMailsIn } from './sent-mails';
import { supportRequestsIn } from './support-requests';

export type CatalogueSettings = {
  readonly databaseUrl: string;
  /** 32 bytes, base64. */
  readonly secretsKey: string;
  readonly log?: Log;
  readonly clock?: Clock;
};

/** Everything PostgreSQL keeps. Throws when the database does not answer or has not been migrated. */
export async function openCatalogue({
  databaseUrl,
  secretsKey,
  log,
  clock = () => new Date(),
}: CatalogueSettings): Promise<Catalogue> {
  const seal = sealSecrets(secretsKey);
  const db = connect(databaseUrl, { log });
  const watches = new Set<() => Promise<void>>();
  const publications = publicationsIn(db, { databaseUrl, clock, log });
  const catalogue: Catalogue = {
    offers: offersIn(db, seal, clock),
    publishers: publishersIn(db),
    publications: {
      ...publications,
      async watch(onChange) {
        const stop = await publications.watch(onChange);
        watches.add(stop);
        return stop;
      },
    },
    operations: operationsIn(db),
    artefacts: artefactsIn(db),
    reports: reportsIn(db),
    replicas: replicasIn(db),
    packages: packagesIn(db),
    sentMails: sentMailsIn(db),
    supportRequests: supportRequestsIn(db),
    events: eventFeed(db),
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
