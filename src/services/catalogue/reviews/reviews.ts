import { sql } from 'kysely';
import type { ReviewItem, ReviewKey, Reviews } from '../../ports';
import type { Connection } from '../database/connection';
import { refuseEnded } from '../publications/ended-publication';
import { toJson, toText } from '../database/json';
import { packagesOf } from './reviewed-packages';
import { reviewNumberOf } from './review-number';
import type { ReviewItemRow } from '../schema';
import { waitingReviews } from './waiting-reviews';

export const reviewsIn = (db: Connection): Reviews => ({
  ...endsIn(db),

  async open({ title, certificationNotes, reportIds, changes, signedOffBy, askedAt, ...review }) {
    await refuseEnded(db, review.publicationId, askedAt);
    await db
      .deleteFrom('reviewItem')
      .where('publicationId', '=', review.publicationId)
      .where('step', '=', review.step)
      .where(
        sql<boolean>`case when decision = 'withdrawn' then decided_at < ${askedAt}::timestamptz
          else decision is not null and not report_ids @> ${toJson(reportIds)}::jsonb end`,
      )
      .execute();
    await db
      .insertInto('reviewItem')
      .values({
        ...review,
        title: toText(title),
        certificationNotes: certificationNotes === undefined ? null : toText(certificationNotes),
        reportIds: toJson(reportIds),
        changes: toJson(changes),
        signedOffBy: toJson(signedOffBy),
      })
      .onConflict((conflict) => conflict.columns(['publicationId', 'step']).doNothing())
      .execute();
    const item = await find(db, review);
    if (item === undefined) throw new Error(`The review of ${review.publicationId} was not stored.`);
    return item;
  },

  async settle({ publicationId, step }, { id, url }) {
    await db
      .updateTable('reviewItem')
      .set({ externalId: toText(id), externalUrl: toText(url) })
      .where('publicationId', '=', publicationId)
      .where('step', '=', step)
      .where('externalId', 'is', null)
      .execute();
    return find(db, { publicationId, step });
  },

  find: (key) => find(db, key),

  async listOf({ publisherId, offerId }) {
    const rows = await db
      .selectFrom('reviewItem')
      .selectAll()
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .orderBy('ordinal', 'desc')
      .limit(50)
      .execute();
    return rows.map(toItem);
  },

  packagesOf: (offer, offerVersion) => packagesOf(db, offer, offerVersion),

  waiting: (asked) => waitingReviews(db, asked),
});

type Ends = Pick<Reviews, 'close' | 'withdraw' | 'withdrawEnded' | 'boardTold' | 'takeUntold'>;

const endsIn = (db: Connection): Ends => ({
  ...boardsIn(db),

  async close(key, { decision, actor }) {
    await db
      .updateTable('reviewItem')
      .set({ decision, decidedBy: toText(actor), decidedAt: sql`clock_timestamp()` })
      .where('publicationId', '=', key.publicationId)
      .where('step', '=', key.step)
      .where('decidedAt', 'is', null)
      .execute();
    return find(db, key);
  },

  async withdraw(publicationId, actor) {
    await db
      .updateTable('reviewItem')
      .set({ decision: 'withdrawn', decidedBy: actor, decidedAt: sql`clock_timestamp()` })
      .where('publicationId', '=', publicationId)
      .where('decidedAt', 'is', null)
      .execute();
    const rows = await db
      .selectFrom('reviewItem')
      .selectAll()
      .where('publicationId', '=', publicationId)
      .where('decision', '=', 'withdrawn')
      .orderBy('ordinal')
      .execute();
    return rows.map(toItem);
  },

  async withdrawEnded(actor) {
    const { numUpdatedRows } = await db
      .updateTable('reviewItem')
      .set({ decision: 'withdrawn', decidedBy: actor, decidedAt: sql`clock_timestamp()` })
      .where('decidedAt', 'is', null)
      // A decision may come to our records after the end, and a run that was reset tells a moment later that it goes on.
      .where(
        sql<boolean>`opened_at < ${anHourAgo} and exists (
        select from publication
        where publication.publication_id = review_item.publication_id and ended_at < ${anHourAgo})`,
      )
      .executeTakeFirst();
    return Number(numUpdatedRows);
  },
});

const anHourAgo = sql`clock_timestamp() - interval '1 hour'`;

const boardsIn = (db: Connection): Pick<Reviews, 'boardTold' | 'takeUntold'> => ({
  async boardTold({ publicationId, step }) {
    await db
      .updateTable('reviewItem')
      .set({ boardToldAt: sql`clock_timestamp()` })
      .where('publicationId', '=', publicationId)
      .where('step', '=', step)
      .where('decidedAt', 'is not', null)
      .where('boardToldAt', 'is', null)
      .execute();
  },

  async takeUntold(board, limit) {
    const due = db
      .selectFrom('reviewItem')
      .select('ordinal')
      .where('board', '=', board)
      .where('boardToldAt', 'is', null)
      .where(sql<boolean>`decided_at < clock_timestamp() - interval '1 minute'`)
      .where(sql<boolean>`coalesce(board_tried_at < clock_timestamp() - interval '5 minutes', true)`)
      .orderBy('boardTriedAt', (order) => order.asc().nullsFirst())
      .orderBy('ordinal')
      .limit(limit);
    const rows = await db
      .updateTable('reviewItem')
      .set({ boardTriedAt: sql`clock_timestamp()` })
      .where('ordinal', 'in', due)
      .returningAll()
      .execute();
    return rows.map(toItem);
  },
});

async function find(db: Connection, { publicationId, step }: ReviewKey): Promise<ReviewItem | undefined> {
  const row = await db
    .selectFrom('reviewItem')
    .selectAll()
    .where('publicationId', '=', publicationId)
    .where('step', '=', step)
    .executeTakeFirst();
  return row === undefined ? undefined : toItem(row);
}

function toItem({
  ordinal,
  board,
  externalId,
  externalUrl,
  boardToldAt: _told,
  boardTriedAt: _tried,
  ...row
}: ReviewItemRow): ReviewItem {
  return {
    ...row,
    reviewNumber: reviewNumberOf(ordinal),
    workItem: externalId === null ? null : { board, id: externalId, url: externalUrl ?? '' },
  };
}
