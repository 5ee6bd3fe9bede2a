import { verifyPackage } from '../domain/product-page/verify-package';
import type { PackageRecord, Packages } from '../services/ports';
import { type ProofRoles, proofs } from './proofs';
import { permanentFailure } from './permanent-failure';

export type PackageRoles = ProofRoles & { readonly packages: Pick<Packages, 'find'> };

/** The stored package, or undefined when there is none. One that was tampered with is shown to nobody. */
export async function genuinePackage(
  roles: PackageRoles,
  packageDigest: string,
): Promise<PackageRecord | undefined> {
  const content = await roles.packages.find(packageDigest);
  if (content === undefined) return undefined;
  const faults = verifyPackage(content, proofs(roles)).filter(({ ok }) => !ok);
  if (faults.length === 0) return content;
  const changed = faults.map(({ name, actual }) => (name === 'signature' ? actual : `changed ${name}`));
  throw permanentFailure(
    'PackageChanged',
    `Package ${packageDigest} is not as it was signed: ${changed.join(', ')}.`,
  );
}

/** The same for a package that an earlier step has made. */
export async function existingPackage(roles: PackageRoles, packageDigest: string): Promise<PackageRecord> {
  const content = await genuinePackage(roles, packageDigest);
  if (content !== undefined) return content;
  throw permanentFailure('PackageMissing', `There is no package ${packageDigest}.`);
}
