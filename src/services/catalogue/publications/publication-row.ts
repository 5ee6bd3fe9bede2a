import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { PublicationEvent } from '../../../domain/publication/events';
import { evolve } from '../../../domain/publication/evolve';
import type { PublicationStatus } from '../../../domain/publication/status';
import type { Language } from '../../../domain/text/language';
import { toEventRows } from '../events/append-events';
import { toJson } from '../database/json';
import { writeNoted } from '../operations/noted-operations';
import type { Database, PublicationRow } from '../schema';

export type NewPublication = {
  readonly publicationId: string;
  readonly runId: string;
  readonly firstRunId?: string | undefined;
  readonly offer: OfferKey;
  readonly language: Language;
  readonly requestedBy: string | null;
};

/** Locks the publication until the transaction ends; lock its offer first. */
export function lockPublication(
  trx: Transaction<Database>,
  publicationId: string,
): Promise<PublicationRow | undefined> {
  return trx
    .selectFrom('publication')
    .selectAll()
    .where('publicationId', '=', publicationId)
    .forUpdate()
    .executeTakeFirst();
}

/** A publication without events of its own yet; somebody else may have added and locked it in the meantime. */
export async function addPublication(
  trx: Transaction<Database>,
  publication: NewPublication,
  now: Date,
): Promise<PublicationRow> {
  const { publicationId, runId, firstRunId, offer, language, requestedBy } = publication;
  const { publisherId, offerId } = offer;
  const names = { publicationId, publisherId, offerId, language, requestedBy };
  await trx
    .insertInto('publication')
    .values({
      ...names,
      status: toJson(evolve(undefined, { kind: 'started', at: now.toISOString(), ...names })),
      firstRunId: firstRunId ?? null,
      newestRunId: runId,
      createdAt: now.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await addRun(trx, publicationId, { runId });
  const row = await lockPublication(trx, publicationId);
  if (row === undefined) throw new Error(`Publication ${publicationId} was not stored.`);
  if (requestedBy !== null) {
    const operation = { ...offer, publicationId, operationId: publicationId, kind: 'publish' } as const;
    await writeNoted(trx, { ...operation, actor: requestedBy, state: 'running', at: now.toISOString() });
  }
  return row;
}

export async function addRun(
  trx: Transaction<Database>,
  publicationId: string,
  { runId, telling = 0 }: { readonly runId: string; readonly telling?: number },
): Promise<void> {
  await trx
    .insertInto('publicationRun')
    .values({ publicationId, runId, telling })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether a run of this chain may write here; what came from an earlier release does not say of which chain it is. */
export function isOfChain({ firstRunId: own }: PublicationRow, firstRunId: string | undefined): boolean {
  return own === null || firstRunId === undefined || own === firstRunId;
}

/** True for a run that has been here before: if it is not the newest, it has been superseded. */
export async function isKnownRun(
  trx: Transaction<Database>,
  publicationId: string,
  runId: string,
): Promise<boolean> {
  const row = await trx
    .selectFrom('publicationRun')
    .select('runId')
    .where('publicationId', '=', publicationId)
    .where('runId', '=', runId)
    .executeTakeFirst();
  return row !== undefined;
}

export type RunEvents = {
  readonly runId: string;
  readonly firstSequence: number;
  readonly events: readonly PublicationEvent[];
};

/** Adds a run's next events to the log, folds them into the status document, and tells whoever watches. */
export async function appendRunEvents(
  trx: Transaction<Database>,
  row: PublicationRow,
  { runId, firstSequence, events }: RunEvents,
): Promise<PublicationStatus> {
  const { publicationId, publisherId, offerId } = row;
  const telling = row.newestRunId === runId ? row.newestTelling : 0;
  const status = events.reduce<PublicationStatus>((before, event) => evolve(before, event), row.status);
  const rows = toEventRows(
    events.map((event, index) => ({
      publisherId,
      offerId,
      publicationId,
      kind: event.kind,
      actor: actorOf(event),
      payload: event,
      position: { runId, telling, sequence: firstSequence + index },
      at: event.at,
    })),
  );
  // One statement, because this is done at every transition of every publication.
  await trx
    .with('added', (write) => write.insertInto('event').values(rows))
    .updateTable('publication')
    .set({
      status: toJson(status),
      lastSequence: firstSequence + events.length - 1,
      firstSequence: row.firstSequence ?? firstSequence,
      newestRunId: runId,
      newestTelling: telling,
      endedAt: status.endedAt,
      touchedAt: sql`clock_timestamp()`,
    })
    .where('publicationId', '=', publicationId)
    .returning(notified)
    .execute();
  return status;
}

/** Tells whoever watches, when the transaction commits. */
export async function notifyChange(trx: Transaction<Database>, publicationId: string): Promise<void> {
  await trx.selectFrom('publication').select(notified).where('publicationId', '=', publicationId).execute();
}

const notified = sql`pg_notify('publication', publication_id)`.as('notified');

function actorOf(event: PublicationEvent): string | null {
  if (event.kind === 'started') return event.requestedBy;
  return 'actor' in event ? event.actor : null;
}
