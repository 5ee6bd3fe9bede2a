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
export type ReviewedFile = FileInPackage & { readonly name: string; readonly isNewest: boolean };

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
  newestOfPlans(packages).flatMap((inPackage) => filesOf(asNewest(inPackage)));

export type FileChange = { readonly kind: 'added' | 'removed' | 'changed'; readonly name: string };

/** How the reviewed files differ from those compared with; by content, whatever their version is called. */
export function fileChanges(packages: Packages, compared: ComparedPackages): readonly FileChange[] {
  const plans = new Set(packages.map(planOf));
  return [
    ...reviewedPackages(packages, compared).flatMap((reviewed) =>
      changesOf(reviewed, comparedPackage(reviewed, compared)),
    ),
    ...newestFiles(compared.packages)
      .filter(({ inPackage }) => !plans.has(planOf(inPackage)))
      .map(({ name }): FileChange => ({ kind: 'removed', name })),
  ];
}

/** The file as it was; undefined where it is new. */
export function comparedFile(
  reviewed: Omit<ReviewedFile, 'name'>,
  compared: ComparedPackages,
): FileInPackage | undefined {
  const before = comparedPackage(reviewed, compared);
  const file = before?.files.find((each) => each.path === reviewed.path);
  return before && file && { ...file, inPackage: before };
}

type ReviewedPackage = Pick<ReviewedFile, 'inPackage' | 'isNewest'> & { readonly called: string };

/**
 * The newest is called as its plan, so that threads find its files when the version grows. The others are called
 * `<plan>@<version>`: no folder in the newest package can give its files such a name.
 */
function reviewedPackages(packages: Packages, compared: ComparedPackages): readonly ReviewedPackage[] {
  const newest = newestOfPlans(packages);
  const approved = new Set(compared.isApproved ? compared.packages.map(({ digest }) => digest) : []);
  return [
    ...newest.map(asNewest),
    ...packages
      .filter((each) => !newest.includes(each) && !approved.has(each.digest))
      .toSorted((one, other) => compareVersions(versionOf(other), versionOf(one)))
      .map((inPackage) => ({
        called: `${planOf(inPackage)}@${versionOf(inPackage)}`,
        inPackage,
        isNewest: false,
      })),
  ];
}

const asNewest = (inPackage: FoundPackage): ReviewedPackage => ({
  called: planOf(inPackage),
  inPackage,
  isNewest: true,
});

/**
 * Of the newest, what its plan had newest, so that a newest one that was withdrawn is missed; of an older one the same
 * version, if it is not new itself.
 */
function comparedPackage(
  { inPackage, isNewest }: Pick<ReviewedFile, 'inPackage' | 'isNewest'>,
  { packages }: ComparedPackages,
): FoundPackage | undefined {
  const same = isNewest ? undefined : packages.find((each) => each.artefactId === inPackage.artefactId);
  return same ?? newestOfPlans(packages).find((each) => planOf(each) === planOf(inPackage));
}

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

const filesOf = ({ called, inPackage, isNewest }: ReviewedPackage): readonly ReviewedFile[] =>
  inPackage.files
    .map((file) => ({ ...file, name: `${called}/${file.path}`, inPackage, isNewest }))
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
