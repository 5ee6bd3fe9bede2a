import type { PackageRecord, Packages } from '../../ports';
import type { Connection } from '../database/connection';

export const packagesIn = (db: Connection): Packages => {
  const find = (packageDigest: string): Promise<PackageRecord | undefined> =>
    db.selectFrom('package').selectAll().where('packageDigest', '=', packageDigest).executeTakeFirst();
  return {
    find,
    async save({ packageDigest, manifest, page, signature }) {
      const row = await db
        .insertInto('package')
        .values({
          packageDigest,
          manifest: JSON.stringify(manifest),
          page: JSON.stringify(page),
          signature: JSON.stringify(signature),
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      const kept = row ?? (await find(packageDigest));
      if (kept === undefined) throw new Error(`Package ${packageDigest} was not stored.`);
      return kept;
    },
  };
};
