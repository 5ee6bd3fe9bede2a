import { type JsonPlace, placeAt } from '../json/json-place';
import { behind, callsBehind, nameGivenTo } from './behind';
import { type Call, type Expression, isCallOf, partsOf } from './expression/expression';
import type { Resource, Template } from './template';

/** What a deployment says of the template that it links to. */
export type WrittenLink = {
  readonly place: JsonPlace;
  /** From the package's root; or, where the address is put together, what it ends in. */
  readonly path: string;
  readonly isWhole: boolean;
  /** Whether it begins where the package lies; else the file of this name is probably meant, and may be elsewhere. */
  readonly isOfPackage: boolean;
};

type NamedLink = Pick<WrittenLink, 'path' | 'isWhole'>;

/** The link to a template, as far as it is written out; undefined for an address that leads out of the package. */
export function writtenLink({ place: deployment }: Resource, template: Template): WrittenLink | undefined {
  const link = placeAt(deployment, 'properties', 'templateLink');
  const relative = placeAt(link, 'relativePath');
  const uri = placeAt(link, 'uri');
  if (relative !== undefined) return byRelativePath(relative, template);
  return uri && byExpression(uri, template, callsBehind(uri, template).some(isOfPackage));
}

/**
 * What the link names in all likelihood: a base that only the deployment knows is taken to end with a folder, and of what
 * is no text at all, e.g. `if`, the last name counts. Good for finding a file, not for missing one.
 */
export function likelyLink(deployment: Resource, template: Template): NamedLink | undefined {
  const link = placeAt(deployment.place, 'properties', 'templateLink');
  const place = placeAt(link, 'relativePath') ?? placeAt(link, 'uri');
  const root = place && expressionBehind(place, template);
  if (!root) return writtenLink(deployment, template);
  const name = piecesOf(root).findLast(isJsonName) ?? literalsIn(root).map(withoutQuery).findLast(isJsonName);
  return name === undefined || name.includes('://') ? undefined : { path: withoutDots(name), isWhole: false };
}

/** Whether a file of the package, by its path, is what the link names. Storage tells `A` from `a`. */
export function isNamedBy({ path, isWhole }: NamedLink, file: string): boolean {
  return file === path || (!isWhole && file.endsWith(`/${path}`));
}

function byRelativePath(place: JsonPlace, template: Template): WrittenLink | undefined {
  const { node } = behind(place, template);
  if (node.kind !== 'text') return undefined;
  if (template.parsed.has(node.value)) return byExpression(place, template, true);
  return { place, path: fromRoot(node.value, template.document.path), isWhole: true, isOfPackage: true };
}

/** `../` that climbs out of the package stays: no file has such a path. */
function fromRoot(path: string, from: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Where the marketplace puts the package: the parameter for it, and the place of the template itself. */
function isOfPackage(call: Call): boolean {
  return (
    nameGivenTo(call, 'parameters')?.toLowerCase() === '_artifactslocation' || isCallOf(call, 'deployment')
  );
}

/** Stands for what only the deployment knows. */
const unknown = '\0';

function byExpression(place: JsonPlace, template: Template, isOfPackage: boolean): WrittenLink | undefined {
  const root = expressionBehind(place, template);
  const pieces = root ? piecesOf(root) : [];
  const index = pieces.findLastIndex(isJsonName);
  const name = pieces[index];
  if (name === undefined || name.includes('://')) return undefined;
  // What only the deployment knows may be the beginning of the first name.
  const path = withoutDots(index === 0 ? name : name.replace(/^[^/]*(?:\/|$)/, ''));
  return path === '' ? undefined : { place, path, isWhole: false, isOfPackage };
}

function expressionBehind(place: JsonPlace, template: Template): Expression | null {
  const { node } = behind(place, template);
  return (node.kind === 'text' ? template.parsed.get(node.value)?.root : null) ?? null;
}

/** What is written out between what only the deployment knows. */
function piecesOf(root: Expression): readonly string[] {
  return textOf(root).split(unknown).map(withoutQuery);
}

function textOf(expression: Expression): string {
  if (expression.kind === 'text') return expression.value;
  if (expression.kind !== 'call') return unknown;
  const texts = expression.arguments.map(textOf);
  if (isCallOf(expression, 'concat')) return texts.join('');
  if (isCallOf(expression, 'uri')) return texts.join('/');
  return isCallOf(expression, 'format') ? (texts[0] ?? unknown).replace(/\{\d+\}/g, unknown) : unknown;
}

function literalsIn(expression: Expression): readonly string[] {
  return expression.kind === 'text' ? [expression.value] : partsOf(expression).flatMap(literalsIn);
}

const isJsonName = (text: string): boolean => text.toLowerCase().endsWith('.json');

const withoutQuery = (text: string): string => text.split(/[?#]/, 1)[0] ?? '';

const withoutDots = (path: string): string => path.replace(/^(?:\.{0,2}\/)+/, '');
