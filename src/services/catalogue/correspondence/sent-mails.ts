import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { marketplaceKey } from '../../../domain/offer/parts';
import type { SentMails } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';

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
  const publication = await trx
    .selectFrom('publication')
    .leftJoin('offerVersion as version', (join) =>
      join
        .onRef('version.publisherId', '=', 'publication.publisherId')
        .onRef('version.offerId', '=', 'publication.offerId')
        .onRef('version.offerVersion', '=', 'publication.offerVersion'),
    )
    .select(['publication.publisherId', 'publication.offerId', titleInMail.as('title')])
    .where('publication.publicationId', '=', publicationId)
    .executeTakeFirst();
  const mail = readMailKey(key, publicationId);
  if (publication === undefined || mail === undefined) return;
  const { title, ...offer } = publication;
  const payload = typeof title === 'string' && title.trim() !== '' ? { ...mail, title } : mail;
  await appendEvents(trx, [{ ...offer, publicationId, kind: 'mailSent', payload }]);
}

/** What the mail called the offer: the title of the version it was about, also when that failed validation. */
const titleInMail = sql<unknown>`version.document #> ${['definition', 'offer', marketplaceKey('title')]}`;

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
