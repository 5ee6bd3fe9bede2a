import type { Transaction } from 'kysely';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';

/** A late activity of a run that was terminated must not touch what its successor has put up. */
class EndedPublicationError extends Error {
  constructor(publicationId: string) {
    super(`Publication ${publicationId} has ended; its slots and reviews stay as they are.`);
    this.name = 'EndedPublicationError';
  }
}

/** With a time: when it has ended since then. A run that was reset goes on after its publication's first end. */
export async function refuseEnded(
  db: Connection | Transaction<Database>,
  publicationId: string,
  since?: string,
): Promise<void> {
  const ended = await db
    .selectFrom('publication')
    .select('publicationId')
    .where('publicationId', '=', publicationId)
    .where('endedAt', 'is not', null)
    .$if(since !== undefined, (query) => query.where('endedAt', '>=', since ?? ''))
    .executeTakeFirst();
  if (ended !== undefined) throw new EndedPublicationError(publicationId);
}
