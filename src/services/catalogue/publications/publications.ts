import { sql } from 'kysely';
import type { Clock, PublicationLog, PublicationRecord } from '../../ports';
import type { Log } from '../../../log';
import { watchPublications } from './change-watch';
import type { Connection } from '../database/connection';
import { effectiveEvents } from './effective-events';
import { openPublication } from './open-publication';
import { progressOf, reportProgress } from './progress';
import { recordProgress } from './record-progress';
import { closeTerminated, markTidy, takeForCheck } from './terminated';

type Settings = { readonly databaseUrl: string; readonly clock: Clock; readonly log: Log | undefined };

export const publicationsIn = (db: Connection, { databaseUrl, clock, log }: Settings): PublicationLog => ({
  open: (publication) => openPublication({ db, clock }, publication),
  record: (progress) => recordProgress({ db, clock }, progress),
  find: (publicationId) =>
    selectPublications(db).where('publicationId', '=', publicationId).executeTakeFirst(),
  listOf: ({ publisherId, offerId }) =>
    selectPublications(db)
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .orderBy('createdAt', 'desc')
      .execute(),
  atWork: () => publicationsAtWork(db),
  takeForCheck: (limit) => takeForCheck(db, limit),
  closeTerminated: (run) => closeTerminated({ db, clock }, run),
  markTidy: (run) => markTidy(db, run),
  events: (publicationId) => effectiveEvents(db, publicationId),
  reportProgress: (publicationId, progress) => reportProgress(db, publicationId, progress),
  progress: (publicationId) => progressOf(db, publicationId),
  watch: (onChange) => watchPublications({ db, databaseUrl, log }, onChange),
});

const statusesAtOnce = 200;

async function* publicationsAtWork(db: Connection): AsyncGenerator<PublicationRecord> {
  const found = await db
    .selectFrom('publication')
    .select('publicationId')
    .where('endedAt', 'is', null)
    .where(sql<boolean>`status @> '{"status": "running", "steps": [{"status": "inProgress"}]}'`)
    .orderBy('createdAt')
    .execute();
  const ids = found.map(({ publicationId }) => publicationId);
  for (let at = 0; at < ids.length; at += statusesAtOnce) {
    yield* await selectPublications(db)
      .where('publicationId', 'in', ids.slice(at, at + statusesAtOnce))
      .orderBy('createdAt')
      .execute();
  }
}

function selectPublications(db: Connection) {
  return db
    .selectFrom('publication')
    .select(['publicationId', 'publisherId', 'offerId', 'newestRunId as runId', 'status'])
    .$castTo<PublicationRecord>();
}
