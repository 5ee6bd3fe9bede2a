import { asArray, asObject, type Path } from '../walk';
import { pointerOf } from '../pointer';
import type { FormField, FormGroup, FormNode } from './form';
import { wellFormed } from './well-formed';

/** A part of a form at its place in one document. */
export type Placed<T extends FormNode = FormNode> = {
  readonly node: T;
  readonly path: Path;
  readonly value: unknown;
};

/** Name and id of a place in a page: its JSON pointer, in letters that pages and forms leave alone. */
export function nameOf(path: Path): string {
  return encodeURI(wellFormed(pointerOf(path)));
}

/** The parts of a part, each at its place; of a list as many as the document has. */
export function partsOf({ node, path, value }: Placed): readonly Placed[] {
  switch (node.kind) {
    case 'field':
      return [];
    case 'group':
      return fieldsOf(node, value).map((field) => {
        const key = keyIn(field, value);
        return { node: field, path: [...path, key], value: ownValue(value, key) };
      });
    case 'rows':
      return asArray(value).map((entry, index) => ({
        node: (asObject(entry) && node.objectItem) ?? node.item,
        path: [...path, index],
        value: entry,
      }));
    case 'entries':
      return Object.entries(asObject(value) ?? {}).map(([key, entry]) => ({
        node: node.item,
        path: [...path, key],
        value: entry,
      }));
  }
}

/** Every part of a document's form, outer ones first. */
export function allPartsOf(placed: Placed): readonly Placed[] {
  return partsOf(placed).flatMap((part) => [part, ...allPartsOf(part)]);
}

/** The key a field has in this object: a former one where the document still uses it. */
export function keyIn(node: FormNode, holder: unknown): string {
  if (node.kind !== 'group' || node.formerKey === undefined) return node.key;
  const isCurrent = asObject(ownValue(holder, node.key)) !== undefined;
  return isCurrent || asObject(ownValue(holder, node.formerKey)) === undefined ? node.key : node.formerKey;
}

export function ownValue(holder: unknown, key: string): unknown {
  const object = asObject(holder);
  return object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The fields of a group, with the companions that the document has or could have. */
function fieldsOf(group: FormGroup, value: unknown): readonly FormNode[] {
  const { companion, fields, section } = group;
  if (companion === undefined) return fields;
  const by = ownValue(value, companion.by);
  const named = Object.keys(asObject(value) ?? {}).filter((key) => key.startsWith(companion.prefix));
  const wanted = `${companion.prefix}${typeof by === 'string' ? by : ''}`;
  const lists = [...new Set([wanted, ...named])].map((key): FormField => ({
    kind: 'field',
    key,
    label: companion.label,
    section,
    control: 'lines',
    required: false,
  }));
  return [...fields, ...lists];
}
