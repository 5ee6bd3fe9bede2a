import { isDeepStrictEqual } from 'node:util';
import { sql, type Transaction } from 'kysely';
import type { PublicationEvent } from '../../../domain/publication/events';
import { evolve } from '../../../domain/publication/evolve';
import type { PublicationStatus } from '../../../domain/publication/status';
import { effectiveEvents } from './effective-events';
import { toJson } from '../database/json';
import { addRun } from './publication-row';
import type { Database, PublicationRow } from '../schema';

export type Telling = { readonly runId: string; readonly telling: number; readonly firstSequence: number };

/** The log ends before `firstSequence` again: what others told from there on does not count any more. */
export async function goBackTo(
  trx: Transaction<Database>,
  row: PublicationRow,
  { runId, telling, firstSequence }: Telling,
): Promise<PublicationRow> {
  const { publicationId } = row;
  await addRun(trx, publicationId, { runId, telling });
  const begun = {
    ...row,
    newestRunId: runId,
    newestTelling: telling,
    firstSequence: Math.min(firstSequence, row.firstSequence ?? firstSequence),
  };
  if (row.lastSequence === 0) return begun;
  await trx
    .updateTable('publicationRun')
    .set({ untilSequence: sql`least(until_sequence, ${firstSequence})` })
    .where('publicationId', '=', publicationId)
    .where((is) => is.or([is('runId', '<>', runId), is('telling', '<>', telling)]))
    .execute();
  const kept = await effectiveEvents(trx, publicationId, { before: firstSequence });
  const status = kept.reduce<PublicationStatus | undefined>(
    (before, event) => evolve(before, event),
    undefined,
  );
  return {
    ...begun,
    lastSequence: firstSequence - 1,
    status: status ?? row.status,
    endedAt: status?.endedAt ?? null,
  };
}

type Told = {
  readonly runId: string;
  readonly firstSequence: number;
  readonly events: readonly PublicationEvent[];
};

/**
 * Compares what the newest run tells again with what it told before. A worker that died after telling, and before its
 * task was committed, leaves events that never became history: the task is done again at a later time, perhaps with
 * another order, and from the first difference on the later telling counts. Undefined: this is the earlier one, late.
 */
export async function retell(
  trx: Transaction<Database>,
  row: PublicationRow,
  { runId, firstSequence, events }: Told,
): Promise<PublicationRow | undefined> {
  if (firstSequence > row.lastSequence) return row;
  const told = await effectiveEvents(trx, row.publicationId, {
    from: firstSequence,
    before: firstSequence + events.length,
  });
  const at = told.findIndex((event, index) => !isDeepStrictEqual(event, asStored(events[index])));
  const [before, now] = [told[at], events[at]];
  if (before === undefined || now === undefined) return row;
  // Written by one clock in one format, so their order is that of the texts.
  if (now.at < before.at) return undefined;
  return goBackTo(trx, row, { runId, telling: row.newestTelling + 1, firstSequence: firstSequence + at });
}

const asStored = (event: unknown): unknown => JSON.parse(toJson(event ?? null));
