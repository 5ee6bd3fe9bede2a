import { compareVersions, imageVersionPattern } from '../image-version';
import type { OfferDocument } from '../document';
import { asArray, asObject, type Path } from '../walk';
import { editAt, setAt } from './edit-at';
import type { FormEntries, FormNode, FormRows, OfferForm } from './form';
import { allPartsOf, nameOf, type Placed } from './placed';

/** What a list's button did: the document with the entry added or removed, and the place to show next. */
export type ListChange = { readonly document: OfferDocument; readonly path: Path };

/** Adds an empty entry to the list of this name; undefined when there is no such list. */
export function addEntry(form: OfferForm, document: OfferDocument, name: string): ListChange | undefined {
  const list = partNamed(form, document, name);
  if (list === undefined) return undefined;
  const { node, path, value } = list;
  if (node.kind === 'rows') {
    const at = asArray(value).length;
    const added = editAt(document, path, (rows) => [...asArray(rows), blankRow(form, node, at)]);
    return { document: added, path: [...path, at] };
  }
  if (node.kind === 'entries') {
    const key = nextName(Object.keys(asObject(value) ?? {}));
    return { document: setAt(document, [...path, key], blankEntry(form, node)), path: [...path, key] };
  }
  return undefined;
}

/** Removes the entry of this name; undefined when no list has it. */
export function removeEntry(form: OfferForm, document: OfferDocument, name: string): ListChange | undefined {
  const entry = partNamed(form, document, name);
  if (entry === undefined) return undefined;
  const list = partNamed(form, document, nameOf(entry.path.slice(0, -1)));
  if (list === undefined || !isList(list.node)) return undefined;
  return { document: setAt(document, entry.path, undefined), path: list.path };
}

function partNamed(form: OfferForm, document: OfferDocument, name: string): Placed | undefined {
  return allPartsOf({ node: form.root, path: [], value: document }).find(({ path }) => nameOf(path) === name);
}

const isList = ({ kind }: FormNode): boolean => kind === 'rows' || kind === 'entries';

function blankRow(form: OfferForm, { item, key }: FormRows, index: number): unknown {
  if (item.kind === 'field') return '';
  const counted = item.fields.flatMap((field) =>
    field.kind === 'field' && field.counter ? [[field.key, index] as const] : [],
  );
  return { ...form.blanks[key], ...Object.fromEntries(counted) };
}

const blankEntry = (form: OfferForm, { key }: FormEntries): unknown => ({ ...form.blanks[key] });

/** The version after the newest: 1.0.1 after 1.0.0. */
function nextName(taken: readonly string[]): string {
  const newest = taken
    .filter((name) => imageVersionPattern.test(name))
    .toSorted(compareVersions)
    .at(-1);
  if (newest === undefined) return '1.0.0';
  const [major, minor, patch] = newest.split('.').map(Number);
  return [major, minor, (patch ?? 0) + 1].join('.');
}
