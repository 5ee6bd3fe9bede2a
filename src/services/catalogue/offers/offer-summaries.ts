import { sql } from 'kysely';
import { maskedText } from '../../../domain/offer/secrets';
import type { OfferSummary } from '../../ports';
import type { Connection } from '../database/connection';

const place = ['definition', 'displayText'];

/** Takes from each draft the one text that is wanted: a publisher can have very many offers. */
export async function summariesOf(db: Connection, publisherId: string): Promise<readonly OfferSummary[]> {
  const rows = await db
    .selectFrom('offer')
    .select(['publisherId', 'offerId', 'offerType', 'status', 'changedAt'])
    .select(sql<string | null>`draft #>> ${place}`.as('displayText'))
    .select((offer) =>
      offer
        .selectFrom('offerVersion')
        .select((row) => row.fn.coalesce(row.fn.max('offerVersion.offerVersion'), row.lit(0)).as('newest'))
        .whereRef('offerVersion.publisherId', '=', 'offer.publisherId')
        .whereRef('offerVersion.offerId', '=', 'offer.offerId')
        .$asScalar()
        .$notNull()
        .as('newestVersion'),
    )
    .where('publisherId', '=', publisherId)
    .where('discardedAt', 'is', null)
    .orderBy('changedAt', 'desc')
    .orderBy('tickVersion', 'desc')
    .execute();
  return rows.map(({ displayText, ...row }) => ({
    ...row,
    displayText: displayText === null ? null : maskedText(displayText, place),
  }));
}
