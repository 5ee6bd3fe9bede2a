import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { SentMails } from '../ports';
import { appendEvents } from './append-events';
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

  markSent: (key) =>
    db.transaction().execute(async (trx) => {
      const sent = await trx
        .updateTable('sentMail')
        .set({ sentAt: sql<string>`clock_timestamp()` })
        .where('key', '=', key)
        .where('sentAt', 'is', null)
        .returning('publicationId')
        .executeTakeFirst();
      if (sent !== undefined) await tellSent(trx, key, sent.publicationId);
    }),
});

/** The log tells who was mailed what. A start that was refused may have no log: then nobody reads of its mail. */
async function tellSent(trx: Transaction<Database>, key: string, publicationId: string): Promise<void> {
  const offer = await trx
    .selectFrom('publication')
    .select(['publisherId', 'offerId'])
    .where('publicationId', '=', publicationId)
    .executeTakeFirst();
  const mail = readMailKey(key, publicationId);
  if (offer === undefined || mail === undefined) return;
  await appendEvents(trx, [{ ...offer, publicationId, kind: 'mailSent', payload: mail }]);
}

/** `<publicationId>/<event>/<number>/<address>`; undefined for the key of a mail that is about no publication. */
function readMailKey(
  key: string,
  publicationId: string,
): { readonly event: string; readonly number: number; readonly to: string } | undefined {
  const [event = '', number = '', ...address] = key.slice(publicationId.length + 1).split('/');
  if (!key.startsWith(`${publicationId}/`) || !/^\d+$/.test(number) || address.length === 0) return undefined;
  return { event, number: Number(number), to: address.join('/') };
}

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
