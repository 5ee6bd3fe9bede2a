import { type JsonPlace, placeAt } from '../json/json-place';
import { behind } from './behind';
import { type Expression, partsOf } from './expression/expression';
import { deploymentType, type Resource, type Template } from './template';

/** The template of the package that a deployment links to, as far as the path is written out. */
export function linkedTemplate(
  deployment: Resource,
  all: readonly Template[],
  host: Template,
): Template | undefined {
  const path = linkedPath(deployment, host)?.toLowerCase();
  if (path === undefined) return undefined;
  const ofName = linksIn(all).files.get(baseOf(path)) ?? [];
  return ofName.find(({ document }) => `/${document.path.toLowerCase()}`.endsWith(`/${path}`));
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
    const name = baseOf(each.document.path.toLowerCase());
    files.set(name, [...(files.get(name) ?? []), each]);
  }
  const links: Links = { files };
  known.set(all, links);
  return links;
}

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Without host, query and leading dots; the last text that ends in `.json` where the path is put together. */
function linkedPath(deployment: Resource, template: Template): string | undefined {
  const link = placeAt(deployment.place, 'properties', 'templateLink');
  const texts = ['relativePath', 'uri'].flatMap((name) => textsAt(placeAt(link, name), template));
  const found = texts
    .map((text) => /([^?#]*\.json)(?:[?#]|$)/i.exec(text)?.[1])
    .findLast((text) => text !== undefined);
  return found?.replace(/^\w+:\/\/[^/]*\//, '').replace(/^(\.{0,2}\/)+/, '');
}

function textsAt(place: JsonPlace | undefined, template: Template): readonly string[] {
  const node = place && behind(place, template).node;
  if (node?.kind !== 'text') return [];
  const expression = template.parsed.get(node.value);
  if (expression === undefined) return [node.value];
  return expression.root === null ? [] : literalsIn(expression.root);
}

function literalsIn(expression: Expression): readonly string[] {
  return expression.kind === 'text' ? [expression.value] : partsOf(expression).flatMap(literalsIn);
}
