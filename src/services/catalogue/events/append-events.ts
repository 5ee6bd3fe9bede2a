import type { Insertable, Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import { toJson, toText } from '../database/json';
import type { Database } from '../schema';

export type NewEvent = OfferKey & {
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor?: string | null;
  readonly publicationId?: string;
  /** Only for events of a publication's run. */
  readonly position?: { readonly runId: string; readonly telling: number; readonly sequence: number };
  readonly at?: string;
};

/** Writes to the one append-only event table, in the transaction of the change itself. */
export async function appendEvents(trx: Transaction<Database>, events: readonly NewEvent[]): Promise<void> {
  await trx.insertInto('event').values(toEventRows(events)).execute();
}

export function toEventRows(events: readonly NewEvent[]): readonly Insertable<Database['event']>[] {
  return events.map(({ publisherId, offerId, kind, payload, actor = null, publicationId, position, at }) => ({
    publisherId,
    offerId,
    kind,
    payload: toJson(payload),
    actor: actor === null ? null : toText(actor),
    publicationId: publicationId ?? null,
    runId: position?.runId ?? null,
    telling: position?.telling ?? 0,
    sequence: position?.sequence ?? null,
    ...(at === undefined ? {} : { at }),
  }));
}
