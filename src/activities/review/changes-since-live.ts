import { changesBetween } from '../../domain/offer/diff/changes';
import { changeLines } from '../../domain/review/change-lines';
import { fileChanges } from '../../domain/review/package-files';
import type { Offers, OfferVersionRecord, Reviews } from '../../services/ports';

type Roles = {
  readonly offers: Pick<Offers, 'findVersion' | 'revealSecrets'>;
  readonly reviews: Pick<Reviews, 'packagesOf'>;
};

/** Of listing and package files against the version that is live: the last one that was approved. Masked. */
export async function changesSinceLive(
  roles: Roles,
  version: OfferVersionRecord,
  liveVersion: number | undefined,
): Promise<readonly string[]> {
  const { offers, reviews } = roles;
  const live = liveVersion === undefined ? undefined : await offers.findVersion(version, liveVersion);
  if (live === undefined) return [];
  // Secrets are compared, and leave `changesBetween` masked.
  const [before, after] = await Promise.all([
    offers.revealSecrets(live, live.document),
    offers.revealSecrets(version, version.document),
  ]);
  const [livePackages, packages] = await Promise.all([
    reviews.packagesOf(live, live.offerVersion),
    reviews.packagesOf(version, version.offerVersion),
  ]);
  return changeLines(changesBetween(before, after), fileChanges(livePackages, packages));
}
