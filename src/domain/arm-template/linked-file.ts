import { deploymentType, type Resource, type Template } from './template';
import { isNamedBy, likelyLink } from './written-link';

/** The template of the package that a deployment links to, as far as the link is written out; case is left to others. */
export function linkedTemplate(
  deployment: Resource,
  all: readonly Template[],
  host: Template,
): Template | undefined {
  const link = likelyLink(deployment, host);
  if (link === undefined) return undefined;
  const wanted = { path: link.path.toLowerCase(), isWhole: link.isWhole };
  const meant = (linksIn(all).files.get(baseOf(wanted.path)) ?? []).filter((each) =>
    isNamedBy(wanted, pathOf(each)),
  );
  // What ends like the link may lie in several folders; the one it spells out is meant first.
  return meant.find((each) => pathOf(each) === wanted.path) ?? meant[0];
}

/** Whether any deployment links to this template's file. */
export function isLinked(template: Template, all: readonly Template[]): boolean {
  const links = linksIn(all);
  links.linked ??= new Set(
    all.flatMap((each) => deploymentsOf(each).map((deployment) => linkedTemplate(deployment, all, each))),
  );
  return links.linked.has(template);
}

export function deploymentsOf({ resources }: Template): readonly Resource[] {
  return resources.filter(({ type }) => type === deploymentType);
}

type Links = {
  /** Templates that are files, by their name without folders, in lower case. */
  readonly files: ReadonlyMap<string, readonly Template[]>;
  linked?: ReadonlySet<Template | undefined>;
};

/** Made once for each package, when first asked for. */
const known = new WeakMap<readonly Template[], Links>();

function linksIn(all: readonly Template[]): Links {
  const before = known.get(all);
  if (before !== undefined) return before;
  const files = new Map<string, Template[]>();
  for (const each of all.filter(({ host }) => host === null)) {
    const name = baseOf(pathOf(each));
    files.set(name, [...(files.get(name) ?? []), each]);
  }
  const links: Links = { files };
  known.set(all, links);
  return links;
}

const pathOf = ({ document }: Template): string => document.path.toLowerCase();

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
