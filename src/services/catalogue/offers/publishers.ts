import { sql } from 'kysely';
import type { PublisherChange, Publishers } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toText } from '../database/json';

const shown = [
  'publisherId',
  sql<string>`coalesce(display_text, publisher_id)`.as('displayText'),
  'language',
  'goLiveVotes',
  'sellerId',
  'createdAt',
] as const;

export const publishersIn = (db: Connection): Publishers => ({
  find: (publisherId) =>
    db.selectFrom('publisher').select(shown).where('publisherId', '=', publisherId).executeTakeFirst(),

  list: (publisherId) =>
    db
      .selectFrom('publisher')
      .select(shown)
      .$if(publisherId !== undefined, (query) => query.where('publisherId', '=', publisherId ?? ''))
      .orderBy('publisherId')
      .execute(),

  create: ({ publisherId, ...profile }, actor) =>
    db.transaction().execute(async (trx) => {
      const made = await trx
        .insertInto('publisher')
        .values({ publisherId, ...storable(profile) })
        .onConflict((conflict) => conflict.doNothing())
        .returning(shown)
        .executeTakeFirst();
      if (made === undefined) return undefined;
      await appendEvents(trx, [
        { ...ofItself(publisherId, actor), kind: 'publisherCreated', payload: profile },
      ]);
      return made;
    }),

  change: (publisherId, change, actor) =>
    db.transaction().execute(async (trx) => {
      const changed = await trx
        .updateTable('publisher')
        // An empty change is no SQL; the id is set to itself.
        .set({ createdAt: sql<string>`created_at`, ...storable(change) })
        .where('publisherId', '=', publisherId)
        .returning(shown)
        .executeTakeFirst();
      if (changed === undefined || Object.keys(change).length === 0) return changed;
      await appendEvents(trx, [
        { ...ofItself(publisherId, actor), kind: 'publisherChanged', payload: change },
      ]);
      return changed;
    }),

  async languageOf(publisherId) {
    const row = await db
      .selectFrom('publisher')
      .select('language')
      .where('publisherId', '=', publisherId)
      .executeTakeFirst();
    return row?.language;
  },
});

const storable = ({ displayText, ...change }: PublisherChange): PublisherChange => ({
  ...change,
  ...(displayText === undefined ? {} : { displayText: toText(displayText) }),
});

/** An event of the publisher itself belongs to no offer. */
const ofItself = (publisherId: string, actor: string) => ({ publisherId, offerId: '', actor });
