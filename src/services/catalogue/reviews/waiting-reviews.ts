import { sql } from 'kysely';
import type { Reviews, WaitingReview } from '../../ports';
import type { Connection } from '../database/connection';
import { ordinalOf, reviewNumberOf } from './review-number';

/** Every open thread of the offer counts: what was carried over waits for an answer, too. */
const openThreads = sql<number>`(
  select count(*)::integer from review_thread
  where review_thread.publisher_id = review_item.publisher_id
    and review_thread.offer_id = review_item.offer_id and review_thread.state = 'open'
)`;

/** One page of the queue: what nobody has decided, oldest first. */
export async function waitingReviews(
  db: Connection,
  { publisherId, after, limit }: Parameters<Reviews['waiting']>[0],
): Promise<readonly WaitingReview[]> {
  const ordinal = after === null ? undefined : ordinalOf(after);
  const rows = await db
    .selectFrom('reviewItem')
    .select(['ordinal', 'publicationId', 'publisherId', 'offerId', 'offerType', 'offerVersion'])
    .select(['step', 'title', 'openedAt', 'dueAt', openThreads.as('openThreads')])
    .where('decidedAt', 'is', null)
    .$if(publisherId !== null, (query) => query.where('publisherId', '=', publisherId ?? ''))
    .$if(ordinal !== undefined, (query) => query.where('ordinal', '>', ordinal ?? 0n))
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map(({ ordinal: number, ...row }) => ({ ...row, reviewNumber: reviewNumberOf(number) }));
}
