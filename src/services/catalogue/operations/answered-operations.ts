import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { PublicationEvent } from '../../../domain/publication/events';
import { operationStateOf } from '../../../domain/publication/operation-state';
import type { PublicationStatus } from '../../../domain/publication/status';
import { type ToldAnswer, toldAnswer } from '../../../domain/publication/told-answer';
import { toJson } from '../database/json';
import { writeNoted } from './noted-operations';
import { tellOfOperations } from './operation-changes';
import type { Database } from '../schema';

/**
 * What the run says to messages whose operations were written before it had answered: a refused one has failed, one of
 * which nobody knew where it belongs belongs here, and one that its sender did not live to write is written.
 */
export async function settleAnswered(
  trx: Transaction<Database>,
  status: PublicationStatus,
  events: readonly PublicationEvent[],
): Promise<void> {
  for (const event of events) {
    const told = event.kind === 'messageAdded' ? toldAnswer(event.message) : undefined;
    if (told === undefined) continue;
    await lockRequest(trx, status, told.requestId);
    const { publisherId, offerId, publicationId } = status;
    const state = told.kind === 'refused' ? 'failed' : operationStateOf(told.name, status);
    if (told.kind === 'accepted') {
      const actor = String(told.message.params['actor']);
      const named = { publisherId, offerId, publicationId, operationId: told.requestId, kind: told.name };
      await writeNoted(trx, { ...named, actor, state, at: event.at });
    }
    const settled = await (told.kind === 'refused' ? refuse : accept)(trx, status, told, event.at);
    await tellOfOperations(trx, { publisherId, offerId, publicationId, kind: told.name, state }, settled);
  }
}

type Settled = Promise<readonly { readonly operationId: string }[]>;

/** What had been accepted and has an end is none of a refusal's: the sender has repeated it long afterwards. */
const refuse = (
  trx: Transaction<Database>,
  status: PublicationStatus,
  told: ToldAnswer,
  at: string,
): Settled =>
  operationOf(trx, status, told)
    .set({
      state: 'failed',
      refusal: toJson(told.message),
      endedAt: at,
      publicationId: sql<string>`case publication_id when '' then ${status.publicationId} else publication_id end`,
    })
    .where('refusal', 'is', null)
    .where((is) => is.or([is('state', '=', 'running'), is('kind', 'not in', ['goLive', 'cancel'])]))
    .returning('operationId')
    .execute();

/** After a reset a run can accept what it had refused. */
function accept(
  trx: Transaction<Database>,
  status: PublicationStatus,
  told: ToldAnswer,
  at: string,
): Settled {
  const state = operationStateOf(told.name, status);
  return operationOf(trx, status, told)
    .set({
      state,
      refusal: null,
      endedAt: state === 'running' ? null : at,
      publicationId: status.publicationId,
    })
    .where((is) => is.or([is('publicationId', '=', ''), is('refusal', 'is not', null)]))
    .returning('operationId')
    .execute();
}

const operationOf = (
  trx: Transaction<Database>,
  { publisherId, offerId }: OfferKey,
  { name, requestId }: ToldAnswer,
) =>
  trx
    .updateTable('operation')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('operationId', '=', requestId)
    .where('kind', '=', name);

/** Until the transaction ends. Without it an operation and the answer to it, written at once, would both miss the other. */
export async function lockRequest(
  trx: Transaction<Database>,
  { publisherId, offerId }: OfferKey,
  requestId: string,
): Promise<void> {
  const name = `request ${publisherId}/${offerId} ${requestId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}
