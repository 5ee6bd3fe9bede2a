import { sql } from 'kysely';
import type { CertifiedPart } from '../../../domain/certification/report/certified-part';
import type { Certifications } from '../../ports';
import type { Connection } from '../database/connection';
import { toJson } from '../database/json';

export const certificationsIn = (db: Connection): Certifications => ({
  addPart: (publicationId, part) => addPart(db, publicationId, part),

  partsOf: (publicationId) => partsOf(db, publicationId),

  async save({ ruleSets, exceptions, ...record }) {
    const {
      publicationId,
      publisherId: _publisher,
      offerId: _offer,
      offerVersion: _version,
      ...told
    } = record;
    const lists = { ruleSets: toJson(ruleSets), exceptions: toJson(exceptions) };
    await db
      .insertInto('certificationReport')
      .values({ ...record, ...lists })
      .onConflict((conflict) =>
        conflict
          .column('publicationId')
          .doUpdateSet({ ...told, ...lists })
          .where(sql<boolean>`certification_report.at <= excluded.at`),
      )
      .execute();
  },

  find: (publicationId) =>
    db
      .selectFrom('certificationReport')
      .selectAll()
      .where('publicationId', '=', publicationId)
      .executeTakeFirst(),

  async isReport(digest) {
    const row = await db
      .selectFrom('certificationReport')
      .select('digest')
      .where('digest', '=', digest)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },
});

async function addPart(
  db: Connection,
  publicationId: string,
  part: CertifiedPart,
): Promise<readonly CertifiedPart[]> {
  const { name, certifiedAt } = part;
  const known = { certifiedAt, part: toJson(part) };
  await db
    .insertInto('certificationPart')
    .values({ publicationId, name, ...known })
    .onConflict((conflict) =>
      conflict
        .columns(['publicationId', 'name'])
        .doUpdateSet(known)
        // An attempt that only seemed dead must not take back what a newer one found.
        .where(sql<boolean>`certification_part.certified_at <= excluded.certified_at`),
    )
    .execute();
  // Read after the write: of two that end together, at least the later one sees both.
  return partsOf(db, publicationId);
}

async function partsOf(db: Connection, publicationId: string): Promise<readonly CertifiedPart[]> {
  const rows = await db
    .selectFrom('certificationPart')
    .select('part')
    .where('publicationId', '=', publicationId)
    .orderBy('name')
    .execute();
  return rows.map((row) => row.part);
}
