import { changesBetween } from '../../domain/offer/diff/changes';
import { changeLines } from '../../domain/review/change-lines';
import type { ComparedVersion } from '../../domain/review/compared-version';
import { fileChanges } from '../../domain/review/package-files';
import type { Offers, OfferVersionRecord, Reviews } from '../../services/ports';

type Roles = {
  readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
  readonly reviews: Pick<Reviews, 'packagesOf'>;
};

/** Of listing and package files against an earlier version (`compared-version.ts`). Masked. */
export async function changesSince(
  roles: Roles,
  version: OfferVersionRecord,
  compared: ComparedVersion | undefined,
): Promise<readonly string[]> {
  const { offers, reviews } = roles;
  const earlier =
    compared === undefined ? undefined : await offers.findVersion(version, compared.offerVersion);
  if (compared === undefined || earlier === undefined) return [];
  // Secrets are compared, and leave `changesBetween` masked.
  const [before, after] = await Promise.all([
    offers.revealSecrets(earlier, earlier.document),
    offers.revealSecrets(version, version.document),
  ]);
  const [earlierPackages, packages] = await Promise.all([
    reviews.packagesOf(earlier, earlier.offerVersion),
    reviews.packagesOf(version, version.offerVersion),
  ]);
  const { isApproved } = compared;
  const files = fileChanges(packages, { packages: earlierPackages, isApproved });
  return changeLines(changesBetween(before, after), files);
}
