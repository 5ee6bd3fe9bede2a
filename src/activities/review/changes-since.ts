import { changesBetween } from '../../domain/offer/diff/changes';
import { changeLines } from '../../domain/review/change-lines';
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
  earlierVersion: number | undefined,
): Promise<readonly string[]> {
  const { offers, reviews } = roles;
  const earlier =
    earlierVersion === undefined ? undefined : await offers.findVersion(version, earlierVersion);
  if (earlier === undefined) return [];
  // Secrets are compared, and leave `changesBetween` masked.
  const [before, after] = await Promise.all([
    offers.revealSecrets(earlier, earlier.document),
    offers.revealSecrets(version, version.document),
  ]);
  const [earlierPackages, packages] = await Promise.all([
    reviews.packagesOf(earlier, earlier.offerVersion),
    reviews.packagesOf(version, version.offerVersion),
  ]);
  return changeLines(changesBetween(before, after), fileChanges(earlierPackages, packages));
}
