import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Artefacts } from '../../ports';
import type { SourceIdentity } from '../../../domain/replication/artefact';
import { withoutQuery } from '../../../domain/replication/source-url';
import type { Connection } from '../database/connection';
import { markShownPictures, whileIdle } from './idle-artefacts';
import { toJson, toText } from '../database/json';

export const artefactsIn = (db: Connection): Artefacts => ({
  async save({ ranges, facts, contentType, ...artefact }) {
    const known = { contentType, ranges: toJson(ranges), usedAt };
    // The bytes of a digest never change: each inspector's newest facts count, and those of the others stay.
    const merged = sql<string>`artefact.facts || excluded.facts`;
    await db
      .insertInto('artefact')
      .values({ ...artefact, ...known, facts: toJson(facts) })
      .onConflict((conflict) => conflict.column('digest').doUpdateSet({ ...known, facts: merged }))
      .execute();
  },

  async find(digest) {
    const row = await db
      .selectFrom('artefact')
      .select(['digest', 'bytes', 'medium', 'contentType', 'ranges', 'facts'])
      .where('digest', '=', digest)
      .executeTakeFirst();
    return row === undefined ? undefined : { ...row, bytes: Number(row.bytes) };
  },

  rememberSource: (source, digest) => rememberSource(db, source, digest),
  findBySource: (source) => findBySource(db, source),
  markShownPictures: (before) => markShownPictures(db, before),
  whileIdle: (artefact, work) => whileIdle(db, artefact, work),

  async bind({ publisherId, offerId }, offerVersion, ...[artefactId, digest, reportId]) {
    await db
      .insertInto('artefactBinding')
      .values({ publisherId, offerId, offerVersion, artefactId, digest, reportId })
      .onConflict((conflict) =>
        conflict
          .columns(['publisherId', 'offerId', 'offerVersion', 'artefactId'])
          .doUpdateSet({ digest, reportId }),
      )
      .execute();
  },

  bindings: ({ publisherId, offerId }, offerVersion) =>
    db
      .selectFrom('artefactBinding')
      .select(['artefactId', 'digest', 'reportId'])
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .where('offerVersion', '=', offerVersion)
      .orderBy('artefactId')
      .execute(),
});

async function rememberSource(db: Connection, source: SourceIdentity, digest: string): Promise<void> {
  const { url, etag, bytes } = publicPartOf(source);
  await db
    .insertInto('artefactSource')
    .values({ sourceId: sourceIdOf(source), url: toText(url), etag: toText(etag), bytes, digest })
    .onConflict((conflict) => conflict.column('sourceId').doUpdateSet({ digest }))
    .execute();
}

/** Who finds it will use it: the update waits for whoever is about to drop its bytes. */
async function findBySource(db: Connection, source: SourceIdentity): Promise<string | undefined> {
  const row = await db
    .updateTable('artefact')
    .from('artefactSource')
    .set({ usedAt })
    .whereRef('artefact.digest', '=', 'artefactSource.digest')
    .where('sourceId', '=', sourceIdOf(source))
    .returning('artefact.digest')
    .executeTakeFirst();
  return row?.digest;
}

const usedAt = sql<string>`clock_timestamp()`;

/** A URL's query may be a signature: it never gets here, whatever the caller passes. */
function publicPartOf({ url, ...source }: SourceIdentity): SourceIdentity {
  return { ...source, url: withoutQuery(url) };
}

function sourceIdOf(source: SourceIdentity): string {
  const { url, etag, bytes } = publicPartOf(source);
  return createHash('sha256')
    .update(JSON.stringify([url, etag, bytes]))
    .digest('hex');
}
