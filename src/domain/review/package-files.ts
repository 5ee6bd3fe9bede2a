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

/** A file that reviewers look at. `name` is `<plan>/<path>`: it stays when the plan's version grows. */
export type ReviewedFile = PackagedFile & { readonly name: string; readonly inPackage: FoundPackage };

/** The files of each plan's newest package, in the order of their names: older versions were reviewed before. */
export function reviewedFiles(packages: readonly FoundPackage[]): readonly ReviewedFile[] {
  return [...newestByPlan(packages)].flatMap(([plan, inPackage]) =>
    inPackage.files
      .map((file) => ({ ...file, name: `${plan}/${file.path}`, inPackage }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1)),
  );
}

export type FileChange = { readonly kind: 'added' | 'removed' | 'changed'; readonly name: string };

/** How the files differ from those that are live; by content, whatever their version is called. */
export function fileChanges(
  live: readonly FoundPackage[],
  next: readonly FoundPackage[],
): readonly FileChange[] {
  const before = new Map(reviewedFiles(live).map(({ name, digest }) => [name, digest]));
  const after = reviewedFiles(next);
  const kept = new Set(after.map(({ name }) => name));
  return [
    ...after.flatMap(({ name, digest }): readonly FileChange[] => {
      const known = before.get(name);
      if (known === digest) return [];
      return [{ kind: known === undefined ? 'added' : 'changed', name }];
    }),
    ...[...before.keys()]
      .filter((name) => !kept.has(name))
      .map((name): FileChange => ({ kind: 'removed', name })),
  ];
}

function newestByPlan(packages: readonly FoundPackage[]): ReadonlyMap<string, FoundPackage> {
  const newest = new Map<string, FoundPackage>();
  for (const each of packages) {
    const [plan = '', version = ''] = each.artefactId.split('/');
    const known = newest.get(plan)?.artefactId.split('/')[1];
    if (known === undefined || compareVersions(known, version) <= 0) newest.set(plan, each);
  }
  return newest;
}
