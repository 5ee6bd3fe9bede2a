import type { Publishers } from '../ports';
import type { Connection } from './connection';

export const publishersIn = (db: Connection): Publishers => ({
  async languageOf(publisherId) {
    const row = await db
      .selectFrom('publisher')
      .select('language')
      .where('publisherId', '=', publisherId)
      .executeTakeFirst();
    return row?.language;
  },

  async setLanguage(publisherId, language) {
    const { numUpdatedRows } = await db
      .updateTable('publisher')
      .set({ language })
      .where('publisherId', '=', publisherId)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },
});
