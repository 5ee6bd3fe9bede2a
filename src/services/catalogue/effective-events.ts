import type { Transaction } from 'kysely';
import type { PublicationEvent } from '../../domain/publication/events';
import type { Connection } from './connection';
import type { Database } from './schema';

/** What counts of a publication's log: of each older run only what came before the point a newer one began at. */
export async function effectiveEvents(
  db: Connection | Transaction<Database>,
  publicationId: string,
  before?: number,
): Promise<readonly PublicationEvent[]> {
  const counted = db
    .selectFrom('event')
    .innerJoin('publicationRun as run', (join) =>
      join
        .onRef('run.publicationId', '=', 'event.publicationId')
        .onRef('run.runId', '=', 'event.runId')
        .on((on) =>
          on.or([
            on('run.untilSequence', 'is', null),
            on('event.sequence', '<', on.ref('run.untilSequence')),
          ]),
        ),
    )
    .select('event.payload')
    .where('event.publicationId', '=', publicationId)
    .orderBy('event.sequence');
  const rows = await (
    before === undefined ? counted : counted.where('event.sequence', '<', before)
  ).execute();
  return rows.map(({ payload }) => payload as PublicationEvent);
}
