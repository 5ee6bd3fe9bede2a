import { sql, type Transaction } from 'kysely';
import type { ExceptionRecord, Exceptions } from '../../ports';
import { appendEvents, type NewEvent } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toText } from '../database/json';
import type { Database } from '../schema';
import { isUuid } from '../database/uuid';

const columns = [
  'exceptionId',
  'publisherId',
  'offerId',
  'planId',
  'ruleId',
  'reason',
  'approver',
  'grantedAt',
  'until',
  'endedAt',
  'endedBy',
] as const;

export const exceptionsIn = (db: Connection): Exceptions => ({
  grant: ({ reason, ...exception }, actor) =>
    db.transaction().execute(async (trx) => {
      const made = await trx
        .insertInto('certificationException')
        .values({ ...exception, reason: toText(reason), approver: toText(actor), endedBy: null })
        .onConflict((conflict) => conflict.doNothing())
        .returning(columns)
        .executeTakeFirst();
      if (made !== undefined) await appendEvents(trx, await eventsOf(trx, 'exceptionGranted', made, actor));
      return made ?? (await found(trx, exception));
    }),

  end: (key, actor) =>
    db.transaction().execute(async (trx) => {
      if (!isUuid(key.exceptionId)) return undefined;
      const ended = await trx
        .updateTable('certificationException')
        .set({ endedAt: sql<string>`clock_timestamp()`, endedBy: toText(actor) })
        .where('exceptionId', '=', key.exceptionId)
        .where('publisherId', '=', key.publisherId)
        .where('endedAt', 'is', null)
        .returning(columns)
        .executeTakeFirst();
      if (ended === undefined) return ofPublisher(trx, key).executeTakeFirst();
      await appendEvents(trx, await eventsOf(trx, 'exceptionEnded', ended, actor));
      return ended;
    }),

  inForce: ({ publisherId, offerId, planId }, now) =>
    db
      .selectFrom('certificationException')
      .select(columns)
      .where('publisherId', '=', publisherId)
      .where((where) => where.or([where('offerId', 'is', null), where('offerId', '=', offerId)]))
      .$if(planId !== null, (query) =>
        query.where((where) => where.or([where('planId', 'is', null), where('planId', '=', planId ?? '')])),
      )
      .where('endedAt', 'is', null)
      .where('until', '>', now.toISOString())
      .orderBy('exceptionId')
      .execute(),

  list: ({ publisherId, offerId, inForceAt }) =>
    db
      .selectFrom('certificationException')
      .select(columns)
      .$if(publisherId !== null, (query) => query.where('publisherId', '=', publisherId ?? ''))
      .$if(offerId !== undefined, (query) =>
        query.where((where) =>
          where.or([where('offerId', 'is', null), where('offerId', '=', offerId ?? '')]),
        ),
      )
      .$if(inForceAt !== undefined, (query) =>
        query.where('endedAt', 'is', null).where('until', '>', inForceAt?.toISOString() ?? ''),
      )
      .orderBy('ordinal', 'desc')
      .limit(1000)
      .execute(),
});

type Key = Pick<ExceptionRecord, 'exceptionId' | 'publisherId'>;

const ofPublisher = (trx: Transaction<Database>, { exceptionId, publisherId }: Key) =>
  trx
    .selectFrom('certificationException')
    .select(columns)
    .where('exceptionId', '=', exceptionId)
    .where('publisherId', '=', publisherId);

/** Granted before under this id: by the same request. */
async function found(trx: Transaction<Database>, key: Key): Promise<ExceptionRecord> {
  const known = await ofPublisher(trx, key).executeTakeFirst();
  if (known === undefined) throw new Error(`Exception ${key.exceptionId} belongs to another publisher.`);
  return known;
}

/** In the history of every offer it is about; one about all of a publisher's also where the publisher's own events are. */
async function eventsOf(
  trx: Transaction<Database>,
  kind: 'exceptionGranted' | 'exceptionEnded',
  exception: ExceptionRecord,
  actor: string,
): Promise<readonly NewEvent[]> {
  const { exceptionId, publisherId, offerId, planId, ruleId, reason, until } = exception;
  const event = { publisherId, kind, actor, payload: { exceptionId, planId, ruleId, reason, until } };
  if (offerId !== null) return [{ ...event, offerId }];
  const offers = await trx
    .selectFrom('offer')
    .select('offerId')
    .where('publisherId', '=', publisherId)
    .orderBy('offerId')
    .execute();
  // The publisher's own are nobody else's business, as those of its tokens.
  const own = kind === 'exceptionGranted' ? 'publisherExceptionGranted' : 'publisherExceptionEnded';
  return [{ ...event, kind: own, offerId: '' }, ...offers.map((offer) => ({ ...event, ...offer }))];
}
