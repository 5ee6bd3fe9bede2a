import { sql, type Transaction } from 'kysely';
import { DatabaseError } from 'pg';
import type { NewToken, TokenRecord, Tokens } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toText } from '../database/json';
import type { Database } from '../schema';
import { isUuid } from '../database/uuid';

const shown = [
  'tokenId',
  'publisherId',
  'name',
  'role',
  'createdBy',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
] as const;

export const tokensIn = (db: Connection): Tokens => ({
  async create(token, actor) {
    try {
      return { kind: 'created', token: await insert(db, token, actor) };
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.constraint === 'api_token_name') return { kind: 'nameTaken' };
      if (error.constraint === 'api_token_publisher_id_fkey') return { kind: 'noPublisher' };
      throw error;
    }
  },

  async find(tokenId) {
    if (!isUuid(tokenId)) return undefined;
    return db.selectFrom('apiToken').select(shown).where('tokenId', '=', tokenId).executeTakeFirst();
  },

  findByDigest: (digest) =>
    db.selectFrom('apiToken').select(shown).where('digest', '=', digest).executeTakeFirst(),

  list: (publisherId) =>
    db
      .selectFrom('apiToken')
      .select(shown)
      .where('publisherId', 'is not distinct from', publisherId)
      .where('revokedAt', 'is', null)
      .orderBy('name')
      .execute(),

  revoke: ({ tokenId, publisherId }, actor) =>
    db.transaction().execute(async (trx) => {
      if (!isUuid(tokenId)) return false;
      const known = await trx
        .selectFrom('apiToken')
        .select(shown)
        .where('tokenId', '=', tokenId)
        .where('publisherId', 'is not distinct from', publisherId)
        .forUpdate()
        .executeTakeFirst();
      if (known === undefined) return false;
      if (known.revokedAt === null) await markRevoked(trx, known, actor);
      return true;
    }),

  async touch(tokenId) {
    await db
      .updateTable('apiToken')
      .set({ lastUsedAt: sql<string>`now()` })
      .where('tokenId', '=', tokenId)
      .where((where) =>
        where.or([
          where('lastUsedAt', 'is', null),
          where('lastUsedAt', '<', sql<string>`now() - interval '1 minute'`),
        ]),
      )
      .execute();
  },
});

function insert(db: Connection, token: NewToken, actor: string): Promise<TokenRecord> {
  return db.transaction().execute(async (trx) => {
    const made = await trx
      .insertInto('apiToken')
      .values({ ...token, createdBy: toText(actor) })
      .returning(shown)
      .executeTakeFirstOrThrow();
    await appendEvents(trx, [eventOf('tokenCreated', made, actor)]);
    return made;
  });
}

async function markRevoked(trx: Transaction<Database>, token: TokenRecord, actor: string): Promise<void> {
  await trx
    .updateTable('apiToken')
    .set({ revokedAt: sql<string>`now()` })
    .where('tokenId', '=', token.tokenId)
    .execute();
  await appendEvents(trx, [eventOf('tokenRevoked', token, actor)]);
}

/** Of a publisher, or of the whole installation (''), not of an offer. */
function eventOf(kind: 'tokenCreated' | 'tokenRevoked', token: TokenRecord, actor: string) {
  const { tokenId, publisherId, name, role, expiresAt } = token;
  return {
    publisherId: publisherId ?? '',
    offerId: '',
    kind,
    actor,
    payload: { tokenId, name, role, expiresAt },
  };
}
