import { compareVersions } from '../offer/image-version';
import type { PackagedFile } from '../product-page/product-page';

/** A package as certification found it. */
export type FoundPackage = {
  /** `<plan>/<version>/package` */
  readonly artefactId: string;
  readonly digest: string;
  readonly bytes: number;
  readonly files: readonly PackagedFile[];
};

type Packages = readonly FoundPackage[];

export type FileInPackage = PackagedFile & { readonly inPackage: FoundPackage };

/** A file that reviewers look at. */
export type ReviewedFile = FileInPackage & { readonly name: string };

/** The packages of the version that reviewers compare with, and whether they approved it. */
export type ComparedPackages = { readonly packages: Packages; readonly isApproved: boolean };

export const nothingCompared: ComparedPackages = { packages: [], isApproved: false };

/**
 * The files of each plan's newest package, and of every other one that was not approved with the version compared with:
 * customers can deploy each of them. In the order of packages and names.
 */
export function reviewedFiles(packages: Packages, compared: ComparedPackages): readonly ReviewedFile[] {
  return reviewedPackages(packages, compared).flatMap(filesOf);
}

/** Those that reviewers mean by a path alone. */
export const newestFiles = (packages: Packages): readonly ReviewedFile[] =>
  newestOfPlans(packages).flatMap((inPackage) => filesOf({ called: planOf(inPackage), inPackage }));

export type FileChange = { readonly kind: 'added' | 'removed' | 'changed'; readonly name: string };

/** How the reviewed files differ from those compared with; by content, whatever their version is called. */
export function fileChanges(packages: Packages, compared: ComparedPackages): readonly FileChange[] {
  const plans = new Set(packages.map(planOf));
  return [
    ...reviewedPackages(packages, compared).flatMap((reviewed) =>
      changesOf(reviewed, comparedPackage(reviewed.inPackage, compared)),
    ),
    ...newestFiles(compared.packages)
      .filter(({ inPackage }) => !plans.has(planOf(inPackage)))
      .map(({ name }): FileChange => ({ kind: 'removed', name })),
  ];
}

/** The file as it was; undefined where it is new. */
export function comparedFile(
  { path, inPackage }: FileInPackage,
  compared: ComparedPackages,
): FileInPackage | undefined {
  const before = comparedPackage(inPackage, compared);
  const file = before?.files.find((each) => each.path === path);
  return before && file && { ...file, inPackage: before };
}

type ReviewedPackage = { readonly called: string; readonly inPackage: FoundPackage };

/**
 * The newest is called as its plan, so that threads find its files when the version grows. The others are called
 * `<plan>@<version>`: no folder in the newest package can give its files such a name.
 */
function reviewedPackages(packages: Packages, compared: ComparedPackages): readonly ReviewedPackage[] {
  const newest = newestOfPlans(packages);
  const approved = new Set(compared.isApproved ? compared.packages.map(({ digest }) => digest) : []);
  return [
    ...newest.map((inPackage) => ({ called: planOf(inPackage), inPackage })),
    ...packages
      .filter((each) => !newest.includes(each) && !approved.has(each.digest))
      .toSorted((one, other) => compareVersions(versionOf(other), versionOf(one)))
      .map((inPackage) => ({ called: `${planOf(inPackage)}@${versionOf(inPackage)}`, inPackage })),
  ];
}

/** The same version's; of a new version, what its plan had newest. */
const comparedPackage = (
  { artefactId }: Pick<FoundPackage, 'artefactId'>,
  { packages }: ComparedPackages,
): FoundPackage | undefined =>
  packages.find((each) => each.artefactId === artefactId) ??
  newestOfPlans(packages).find((each) => planOf(each) === planOf({ artefactId }));

function changesOf(reviewed: ReviewedPackage, before: FoundPackage | undefined): readonly FileChange[] {
  const known = new Map((before?.files ?? []).map(({ path, digest }) => [path, digest]));
  const kept = new Set(reviewed.inPackage.files.map(({ path }) => path));
  return [
    ...filesOf(reviewed).flatMap(({ name, path, digest }): readonly FileChange[] => {
      if (known.get(path) === digest) return [];
      return [{ kind: known.has(path) ? 'changed' : 'added', name }];
    }),
    ...[...known.keys()]
      .filter((path) => !kept.has(path))
      .map((path): FileChange => ({ kind: 'removed', name: `${reviewed.called}/${path}` })),
  ];
}

const filesOf = ({ called, inPackage }: ReviewedPackage): readonly ReviewedFile[] =>
  inPackage.files
    .map((file) => ({ ...file, name: `${called}/${file.path}`, inPackage }))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));

const planOf = ({ artefactId }: Pick<FoundPackage, 'artefactId'>): string => artefactId.split('/')[0] ?? '';
const versionOf = ({ artefactId }: FoundPackage): string => artefactId.split('/')[1] ?? '';

function newestOfPlans(packages: Packages): readonly FoundPackage[] {
  const newest = new Map<string, FoundPackage>();
  for (const each of packages) {
    const known = newest.get(planOf(each));
    if (known === undefined || compareVersions(versionOf(known), versionOf(each)) <= 0)
      newest.set(planOf(each), each);
  }
  return [...newest.values()];
}
