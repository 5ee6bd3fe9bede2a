import { sql } from 'kysely';
import type { LiveOffers } from '../../ports';
import type { Connection } from '../database/connection';

export const liveOffersIn = (db: Connection): LiveOffers => ({
  page: ({ after, limit }) =>
    db
      .selectFrom('slot')
      .select(['publisherId', 'offerId', 'offerVersion', 'publicationId'])
      .where('slot', '=', 'Production')
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(publisher_id, offer_id) > (${after?.publisherId ?? ''}, ${after?.offerId ?? ''})`,
        ),
      )
      .orderBy('publisherId')
      .orderBy('offerId')
      .limit(limit)
      .execute(),

  async count() {
    const row = await db
      .selectFrom('slot')
      .select(sql<number>`count(*)::integer`.as('count'))
      .where('slot', '=', 'Production')
      .executeTakeFirstOrThrow();
    return row.count;
  },
});
