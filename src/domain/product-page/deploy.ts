import { deployCommand, downloadCommand } from './deploy-commands';
import type { DeployOption } from './deploy-option';
import { machineSizeOf } from './machine-size';
import type { MachinePlan, Manifest, ProductPage, ProductPlan, ProductVersion } from './product-page';

/**
 * Every way to deploy what a page shows: per plan, newest version first, per region.
 * @param urlOf makes the read-only URL of a digest in a region, at read time: URLs are never part of a package.
 */
export function deployOptions(
  page: ProductPage,
  manifest: Manifest,
  urlOf: (region: string, digest: string) => string,
): readonly DeployOption[] {
  const bytes = new Map(manifest.artefacts.map((artefact) => [artefact.digest, artefact.bytes]));
  return page.plans.filter(isMachine).flatMap((plan) =>
    plan.versions.toReversed().flatMap((version) =>
      manifest.regions.map((region) => {
        const disks = disksOf(version).map(({ name, digest }) => {
          const file = `${page.offerId}-${plan.planId}-${version.version}-${name}.vhd`;
          const disk = { name, digest, bytes: bytes.get(digest) ?? 0, url: urlOf(region, digest), file };
          return { ...disk, download: downloadCommand(disk) };
        });
        return optionOf(page, plan, { version: version.version, region, disks });
      }),
    ),
  );
}

const isMachine = (plan: ProductPlan): plan is MachinePlan => plan.kind === undefined;

function optionOf(
  page: ProductPage,
  plan: MachinePlan,
  { version, region, disks }: Pick<DeployOption, 'version' | 'region' | 'disks'>,
): DeployOption {
  const name = `${page.offerId}-${plan.planId}`;
  const size = machineSizeOf(plan.recommendedSizes[0]);
  const deploy = deployCommand({ name, region, osFamily: plan.osFamily, ...(size ? { size } : {}) }, disks);
  return { planId: plan.planId, version, region, disks, deploy };
}

function disksOf(version: ProductVersion): readonly { readonly name: string; readonly digest: string }[] {
  return [
    { name: 'os', digest: version.osDisk },
    ...version.dataDisks.map(({ lun, digest }) => ({ name: `lun${lun}`, digest })),
  ];
}
