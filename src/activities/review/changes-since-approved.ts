import { changesBetween } from '../../domain/offer/diff/changes';
import { changeLines } from '../../domain/review/change-lines';
import { fileChanges } from '../../domain/review/package-files';
import type { Offers, OfferVersionRecord, Reviews } from '../../services/ports';

type Roles = {
  readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
  readonly reviews: Pick<Reviews, 'packagesOf'>;
};

/** Of listing and package files against the version that was approved last (`last-approved.ts`). Masked. */
export async function changesSinceApproved(
  roles: Roles,
  version: OfferVersionRecord,
  approvedVersion: number | undefined,
): Promise<readonly string[]> {
  const { offers, reviews } = roles;
  const approved =
    approvedVersion === undefined ? undefined : await offers.findVersion(version, approvedVersion);
  if (approved === undefined) return [];
  // Secrets are compared, and leave `changesBetween` masked.
  const [before, after] = await Promise.all([
    offers.revealSecrets(approved, approved.document),
    offers.revealSecrets(version, version.document),
  ]);
  const [approvedPackages, packages] = await Promise.all([
    reviews.packagesOf(approved, approved.offerVersion),
    reviews.packagesOf(version, version.offerVersion),
  ]);
  return changeLines(changesBetween(before, after), fileChanges(approvedPackages, packages));
}
