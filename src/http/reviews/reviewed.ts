import type { OfferKey } from '../../domain/offer/ids';
import { comparedVersion } from '../../domain/review/compared-version';
import {
  type ComparedPackages,
  nothingCompared,
  type ReviewedFile,
  reviewedFiles,
} from '../../domain/review/package-files';
import type { OfferRecord, ReviewItem } from '../../services/ports';
import type { AppDeps } from '../deps';

/** The review of this publication; without one, the newest of the offer: what waits is always the newest. */
export async function reviewOf(
  { catalogue }: AppDeps,
  offer: OfferKey,
  publicationId: string | undefined,
): Promise<ReviewItem | undefined> {
  const items = await catalogue.reviews.listOf(offer);
  return publicationId === undefined ? items[0] : items.find((item) => item.publicationId === publicationId);
}

/** The files reviewers look at; none for offers without packages. */
export const filesOf = async (
  deps: AppDeps,
  offer: OfferRecord,
  item: ReviewItem | undefined,
): Promise<readonly ReviewedFile[]> => (await reviewedWith(deps, offer, item)).files;

/** The same, with the packages of the version that this review compares with. */
export async function reviewedWith(
  deps: AppDeps,
  offer: OfferRecord,
  item: ReviewItem | undefined,
): Promise<{ readonly files: readonly ReviewedFile[]; readonly compared: ComparedPackages }> {
  if (item === undefined) return { files: [], compared: nothingCompared };
  const [packages, compared] = await Promise.all([
    deps.catalogue.reviews.packagesOf(item, item.offerVersion),
    comparedPackages(deps, offer, item),
  ]);
  return { files: reviewedFiles(packages, compared), compared };
}

async function comparedPackages(
  { catalogue: { reviews } }: AppDeps,
  offer: OfferRecord,
  item: ReviewItem,
): Promise<ComparedPackages> {
  const liveVersion = offer.productionVersion;
  const compared = comparedVersion(await reviews.listOf(item), { ...item, liveVersion });
  if (compared === undefined) return nothingCompared;
  const { offerVersion, isApproved } = compared;
  return { packages: await reviews.packagesOf(item, offerVersion), isApproved };
}

/** In which attempt somebody speaks: the one that is reviewed, else the newest there was. */
export async function spokenIn(deps: AppDeps, offer: OfferKey): Promise<string | undefined> {
  const item = await reviewOf(deps, offer, undefined);
  if (item !== undefined) return item.publicationId;
  const [newest] = await deps.catalogue.publications.listOf(offer);
  return newest?.publicationId;
}
