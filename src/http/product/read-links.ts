import { deployOptions } from '../../domain/product-page/deploy';
import { type ApplicationOption, applicationOptions } from '../../domain/product-page/deploy-application';
import type { DeployOption } from '../../domain/product-page/deploy-option';
import type { PackageRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

const lifetimeMs = 4 * 3600 * 1000;

export type Deploy = {
  readonly options: readonly DeployOption[];
  readonly applications: readonly ApplicationOption[];
  readonly expires: Date;
};

export type DeployReader = {
  /** Of a preview's reader. */
  readonly subscriptionId?: string | undefined;
  /** No region has the disks yet. */
  readonly isInStaging?: boolean;
};

/**
 * Read-only addresses of every disk in every region and of every package's files, made for this reader now; they expire
 * and are kept nowhere.
 */
export async function deployOf(
  deps: AppDeps,
  content: PackageRecord,
  { subscriptionId, isInStaging = false }: DeployReader = {},
): Promise<Deploy> {
  const expires = new Date(deps.clock().getTime() + lifetimeMs);
  return {
    options: isInStaging
      ? await stagingOptions(deps, content, expires)
      : await diskOptions(deps, content, expires),
    applications: await packageOptions(deps, content, { expires, subscriptionId }),
    expires,
  };
}

async function diskOptions(
  { regions }: AppDeps,
  { page, manifest }: PackageRecord,
  expires: Date,
): Promise<readonly DeployOption[]> {
  const urls = new Map<string, string>();
  for (const region of regions.filter(({ name }) => manifest.regions.includes(name))) {
    for (const { digest } of manifest.artefacts) {
      urls.set(`${region.name}/${digest}`, await region.readUrl(digest, expires));
    }
  }
  const options = deployOptions(page, manifest, (region, digest) => urls.get(`${region}/${digest}`) ?? '');
  return options.filter(({ disks }) => disks.every(({ url }) => url !== ''));
}

/** Before the disks come to the regions, none is promised. */
async function stagingOptions(
  { staging }: AppDeps,
  { page, manifest }: PackageRecord,
  expires: Date,
): Promise<readonly DeployOption[]> {
  const urls = new Map<string, string>();
  for (const { digest } of manifest.artefacts) urls.set(digest, await staging.readUrl(digest, expires));
  return deployOptions(page, { ...manifest, regions: [''] }, (_, digest) => urls.get(digest) ?? '');
}

type Reader = { readonly expires: Date; readonly subscriptionId: string | undefined };

async function packageOptions(
  { artefactTokens, settings }: AppDeps,
  { page, manifest }: PackageRecord,
  { expires, subscriptionId }: Reader,
): Promise<readonly ApplicationOption[]> {
  const packages = manifest.artefacts.filter(({ files }) => files !== undefined);
  const tokens = new Map<string, string>();
  for (const { digest } of packages) {
    const grant = { publisherId: page.publisherId, offerId: page.offerId, digest };
    const token = await artefactTokens.issue(
      { ...grant, ...(subscriptionId && { subscriptionId }) },
      expires,
    );
    tokens.set(digest, token);
  }
  return applicationOptions(page, manifest, (digest, path) => {
    const folder = `${settings.publicUrl}/artefacts/${tokens.get(digest) ?? ''}`;
    return path === '' ? folder : `${folder}/${path.split('/').map(encodeURIComponent).join('/')}`;
  });
}
