import { type JsonPlace, placeAt } from '../json/json-place';
import { behind, callsBehind, nameGivenTo } from './behind';
import { type Call, type Expression, isCallOf } from './expression/expression';
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

/** The link to a template, as far as it is written out; undefined for an address that leads out of the package. */
export function writtenLink({ place: deployment }: Resource, template: Template): WrittenLink | undefined {
  const link = placeAt(deployment, 'properties', 'templateLink');
  const relative = placeAt(link, 'relativePath');
  const uri = placeAt(link, 'uri');
  if (relative !== undefined) return byRelativePath(relative, template);
  return uri && byExpression(uri, template, callsBehind(uri, template).some(isOfPackage));
}

/** Whether a file of the package, by its path, is what the link names. Storage tells `A` from `a`. */
export function isNamedBy({ path, isWhole }: Pick<WrittenLink, 'path' | 'isWhole'>, file: string): boolean {
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
  const { node } = behind(place, template);
  const root = node.kind === 'text' ? template.parsed.get(node.value)?.root : undefined;
  const pieces = (root ? textOf(root) : '').split(unknown).map((piece) => piece.split(/[?#]/, 1)[0] ?? '');
  const index = pieces.findLastIndex((piece) => piece.toLowerCase().endsWith('.json'));
  const name = pieces[index];
  if (name === undefined || name.includes('://')) return undefined;
  // What only the deployment knows may be the beginning of the first name.
  const known = index === 0 ? name : name.replace(/^[^/]*(?:\/|$)/, '');
  const path = known.replace(/^(?:\.{0,2}\/)+/, '');
  return path === '' ? undefined : { place, path, isWhole: false, isOfPackage };
}

function textOf(expression: Expression): string {
  if (expression.kind === 'text') return expression.value;
  if (expression.kind !== 'call') return unknown;
  const texts = expression.arguments.map(textOf);
  if (isCallOf(expression, 'concat')) return texts.join('');
  if (isCallOf(expression, 'uri')) return texts.join('/');
  return isCallOf(expression, 'format') ? (texts[0] ?? unknown).replace(/\{\d+\}/g, unknown) : unknown;
}
