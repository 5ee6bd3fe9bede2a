import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { ReviewThread } from '../../../domain/review/thread';
import type { NewComment, ReviewThreads } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toText } from '../database/json';
import type { Database, ReviewCommentRow, ReviewThreadRow } from '../schema';

export const reviewThreadsIn = (db: Connection): ReviewThreads => ({
  async listOf(offer, state) {
    const rows = await threadsOf(db, offer)
      .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'open'))
      .orderBy('ordinal', 'desc')
      .limit(500)
      .execute();
    return withComments(db, rows.toReversed());
  },

  open: (offer, { file, line, pointer }, comment) =>
    db.transaction().execute(async (trx) => {
      const { publisherId, offerId } = offer;
      const { commentId, publicationId, actor, requestId } = comment;
      const place = { file: textOrNull(file), line, pointer: textOrNull(pointer) };
      const added = await trx
        .insertInto('reviewThread')
        .values({ threadId: commentId, publisherId, offerId, publicationId, ...place })
        .onConflict((conflict) => conflict.doNothing())
        .returning('threadId')
        .executeTakeFirst();
      if (added !== undefined) {
        await addComment(trx, commentId, comment);
        const event = { publisherId, offerId, publicationId, kind: 'reviewThreadOpened', actor };
        const cameWith = requestId === undefined ? {} : { requestId };
        await appendEvents(trx, [{ ...event, payload: { threadId: commentId, ...place, ...cameWith } }]);
      }
      const thread = await findThread(trx, { ...offer, threadId: commentId });
      if (thread === undefined) throw new Error(`Comment ${commentId} belongs to another offer.`);
      return thread;
    }),

  answer: (offer, threadId, comment) =>
    db.transaction().execute(async (trx) => {
      const { publisherId, offerId } = offer;
      const known = await findThread(trx, { ...offer, threadId });
      if (known === undefined) return undefined;
      if (!(await addComment(trx, threadId, comment))) return known;
      const { publicationId, actor } = comment;
      const event = { publisherId, offerId, publicationId, kind: 'reviewThreadAnswered', actor };
      await appendEvents(trx, [{ ...event, payload: { threadId, ...known.place } }]);
      return findThread(trx, { ...offer, threadId });
    }),

  setState: (thread, change) => db.transaction().execute((trx) => setState(trx, thread, change)),
});

type ThreadKey = OfferKey & { readonly threadId: string };

async function setState(
  trx: Transaction<Database>,
  { threadId, ...offer }: ThreadKey,
  { state, actor }: Parameters<ReviewThreads['setState']>[1],
): Promise<ReviewThread | undefined> {
  const { publisherId, offerId } = offer;
  const changed = await trx
    .updateTable('reviewThread')
    .set({ state })
    .where('threadId', '=', threadId)
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('state', '<>', state)
    .returning('threadId')
    .executeTakeFirst();
  const thread = await findThread(trx, { publisherId, offerId, threadId });
  if (changed === undefined || thread === undefined) return thread;
  const kind = state === 'resolved' ? 'reviewThreadResolved' : 'reviewThreadReopened';
  await appendEvents(trx, [{ publisherId, offerId, kind, actor, payload: { threadId, ...thread.place } }]);
  return thread;
}

type Reader = Connection | Transaction<Database>;

const threadsOf = (db: Reader, { publisherId, offerId }: OfferKey) =>
  db
    .selectFrom('reviewThread')
    .selectAll()
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId);

async function findThread(db: Reader, { threadId, ...offer }: ThreadKey): Promise<ReviewThread | undefined> {
  const rows = await threadsOf(db, offer).where('threadId', '=', threadId).execute();
  return (await withComments(db, rows))[0];
}

async function withComments(db: Reader, rows: readonly ReviewThreadRow[]): Promise<readonly ReviewThread[]> {
  if (rows.length === 0) return [];
  const comments = await db
    .selectFrom('reviewComment')
    .selectAll()
    .select(isVouchedFor.as('isVouchedFor'))
    .where(
      'threadId',
      'in',
      rows.map(({ threadId }) => threadId),
    )
    .orderBy('ordinal')
    .execute();
  return rows.map(({ ordinal: _ordinal, file, line, pointer, ...row }) => ({
    ...row,
    place: { file, line, pointer },
    comments: comments.filter(({ threadId }) => threadId === row.threadId).map(toComment),
  }));
}

/** Whoever may signal the run can write any name; true is what API or portal recorded under the message's requestId. */
const isVouchedFor = sql<boolean>`(
  review_comment.request_id is null or exists (
    select from operation
    where operation.operation_id = review_comment.request_id
      and operation.publication_id = review_comment.publication_id and operation.actor = review_comment.actor
  )
)`;

type TellableRow = ReviewCommentRow & { readonly isVouchedFor: boolean };

const toComment = ({ ordinal: _ordinal, threadId: _thread, requestId: _request, ...comment }: TellableRow) =>
  comment;

/** False when it was written before. */
async function addComment(
  trx: Transaction<Database>,
  threadId: string,
  { text, actor, requestId, ...comment }: NewComment,
): Promise<boolean> {
  const added = await trx
    .insertInto('reviewComment')
    .values({
      ...comment,
      threadId,
      actor: toText(actor),
      text: toText(text),
      requestId: requestId === undefined ? null : toText(requestId),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('commentId')
    .executeTakeFirst();
  return added !== undefined;
}

const textOrNull = (text: string | null): string | null => (text === null ? null : toText(text));
