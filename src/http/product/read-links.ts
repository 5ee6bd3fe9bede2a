import { type DeployOption, deployOptions } from '../../domain/product-page/deploy';
import type { PackageRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

const lifetimeMs = 4 * 3600 * 1000;

export type Deploy = { readonly options: readonly DeployOption[]; readonly expires: Date };

/** Read-only URLs of every disk in every region, made for this reader now; they expire and are kept nowhere. */
export async function deployOf(
  { regions, clock }: AppDeps,
  { page, manifest }: PackageRecord,
): Promise<Deploy> {
  const expires = new Date(clock().getTime() + lifetimeMs);
  const urls = new Map<string, string>();
  for (const region of regions.filter(({ name }) => manifest.regions.includes(name))) {
    for (const { digest } of manifest.artefacts) {
      urls.set(`${region.name}/${digest}`, await region.readUrl(digest, expires));
    }
  }
  const options = deployOptions(page, manifest, (region, digest) => urls.get(`${region}/${digest}`) ?? '');
  return { options: options.filter(({ disks }) => disks.every(({ url }) => url !== '')), expires };
}
