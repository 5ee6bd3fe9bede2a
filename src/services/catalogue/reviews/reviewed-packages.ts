import { packageContentSchema } from '../../../domain/certification/package-content-schema';
import type { OfferKey } from '../../../domain/offer/ids';
import type { FoundPackage } from '../../../domain/review/package-files';
import type { Connection } from '../database/connection';

/** The packages of a frozen version, with the files certification found in them; what it did not read is left out. */
export async function packagesOf(
  db: Connection,
  { publisherId, offerId }: OfferKey,
  offerVersion: number,
): Promise<readonly FoundPackage[]> {
  const rows = await db
    .selectFrom('artefactBinding')
    .innerJoin('artefact', 'artefact.digest', 'artefactBinding.digest')
    .select(['artefactId', 'artefact.digest', 'bytes', 'facts'])
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('offerVersion', '=', offerVersion)
    .orderBy('artefactId')
    .execute();
  return rows.flatMap(({ facts, bytes, ...row }): readonly FoundPackage[] => {
    const content = packageContentSchema.safeParse(facts['package']);
    return content.success ? [{ ...row, bytes: Number(bytes), files: content.data.files }] : [];
  });
}
