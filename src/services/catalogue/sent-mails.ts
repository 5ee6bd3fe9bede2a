import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { SentMails } from '../ports';
import type { Connection } from './connection';
import type { Database } from './schema';

export const sentMailsIn = (db: Connection): SentMails => ({
  async prepare(key, publicationId) {
    return (
      (await preparedMail(db, key)) ??
      (await db.transaction().execute(async (trx) => {
        // One mail of a publication at a time: which one is its first is settled once and for all.
        await sql`select pg_advisory_xact_lock(hashtextextended(${`mail ${publicationId}`}, 0))`.execute(trx);
        return (await preparedMail(trx, key)) ?? (await addMail(trx, key, publicationId));
      }))
    );
  },

  async markSent(key) {
    await db
      .updateTable('sentMail')
      .set({ sentAt: sql<string>`clock_timestamp()` })
      .where('key', '=', key)
      .where('sentAt', 'is', null)
      .execute();
  },
});

type PreparedMail = Awaited<ReturnType<SentMails['prepare']>>;

function preparedMail(
  db: Connection | Transaction<Database>,
  key: string,
): Promise<PreparedMail | undefined> {
  return db
    .selectFrom('sentMail')
    .select(['messageId', 'sentAt', 'threadId'])
    .where('key', '=', key)
    .executeTakeFirst();
}

async function addMail(
  trx: Transaction<Database>,
  key: string,
  publicationId: string,
): Promise<PreparedMail> {
  const first = await trx
    .selectFrom('sentMail')
    .select('messageId')
    .where('publicationId', '=', publicationId)
    .orderBy('ordinal')
    .limit(1)
    .executeTakeFirst();
  return trx
    .insertInto('sentMail')
    .values({
      key,
      publicationId,
      messageId: `<${randomUUID()}@offer-publication.invalid>`,
      threadId: first?.messageId ?? null,
    })
    .returning(['messageId', 'sentAt', 'threadId'])
    .executeTakeFirstOrThrow();
}
