import type { JsonNode } from './json-tree';
import { memberOf } from './read-json';

/** A value and how it is reached: a chain to the root, so that a walk builds no texts for what nobody asks about. */
export type JsonPlace = {
  readonly node: JsonNode;
  readonly parent: JsonPlace | null;
  /** Name in the parent object, or index in the parent array; null at the root. */
  readonly key: string | number | null;
  /** Where the member's name begins, else where the value does; what an editor should jump to. */
  readonly offset: number;
};

export function rootPlace(node: JsonNode): JsonPlace {
  return { node, parent: null, key: null, offset: node.offset };
}

/** The member of this name, whatever its case; the last one where it stands twice. */
export function placeOf(parent: JsonPlace | undefined, name: string): JsonPlace | undefined {
  const member = memberOf(parent?.node, name);
  if (parent === undefined || member === undefined) return undefined;
  return { node: member.value, parent, key: member.name, offset: member.offset };
}

/** The value at the end of a path of names. */
export function placeAt(place: JsonPlace | undefined, ...names: readonly string[]): JsonPlace | undefined {
  return names.reduce(placeOf, place);
}

/** Members of an object or items of an array, in the file's order. */
export function childPlaces(parent: JsonPlace | undefined): readonly JsonPlace[] {
  if (parent?.node.kind === 'object') {
    return parent.node.members.map(({ name, offset, value }) => ({ node: value, parent, key: name, offset }));
  }
  if (parent?.node.kind === 'array') {
    return parent.node.items.map((node, key) => ({ node, parent, key, offset: node.offset }));
  }
  return [];
}

/**
 * The place itself and everything below it, in the file's order. `enter` says whether to look below a place; a tree is
 * never deeper than `deepestJson`, so recursion is safe.
 */
export function walk(place: JsonPlace, enter: (place: JsonPlace) => boolean = always): readonly JsonPlace[] {
  const found: JsonPlace[] = [];
  collect(place, enter, found);
  return found;
}

function collect(place: JsonPlace, enter: (place: JsonPlace) => boolean, found: JsonPlace[]): void {
  found.push(place);
  if (!enter(place)) return;
  for (const child of childPlaces(place)) collect(child, enter, found);
}

/** RFC 6901, e.g. `/resources/0/properties`; empty for the root. */
export function pointerOf({ parent, key }: JsonPlace): string {
  if (parent === null) return '';
  return `${pointerOf(parent)}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** How deep inspection reads JSON; a file that goes deeper is reported as unreadable. */
export const deepestJson = 100;

const always = (): boolean => true;
