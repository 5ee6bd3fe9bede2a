import type { PublicationEvent } from '../../../src/domain/publication/events';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';

export type LoggedPublication = {
  readonly publicationId: string;
  /** What counts, in order. Of a run that was ended by force without what was written in its place. */
  readonly events: readonly PublicationEvent[];
  /** Ended by an operator: whatever it was about to say, it told nobody. */
  readonly isTerminated: boolean;
};

/** Every publication there is, those that were refused before they had an offer too. */
export async function loggedPublications({
  databaseUrl,
  catalogue,
}: RealSystem): Promise<readonly LoggedPublication[]> {
  const rows = await tableRows<{ publicationId: string; runId: string }>(
    databaseUrl,
    `select publication_id as "publicationId", newest_run_id as "runId" from publication order by created_at`,
  );
  const publications: LoggedPublication[] = [];
  for (const { publicationId, runId } of rows) {
    const events = await catalogue.publications.events(publicationId);
    const isTerminated = /^(closed-by|terminated)\./.test(runId);
    const told = isTerminated ? events.filter(({ kind }) => kind !== 'ended') : events;
    publications.push({ publicationId, events: told, isTerminated });
  }
  return publications;
}
