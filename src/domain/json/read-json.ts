import type { JsonMember, JsonNode } from './json-tree';

type Maybe = JsonNode | undefined;

/**
 * The value under a name, whatever its case: Azure reads templates so. Where a name stands twice the last one counts, as
 * in every JSON parser.
 */
export function valueOf(node: Maybe, name: string): JsonNode | undefined {
  return memberOf(node, name)?.value;
}

/** The same, with the name as it is written and its place. */
export function memberOf(node: Maybe, name: string): JsonMember | undefined {
  const wanted = name.toLowerCase();
  return membersOf(node).findLast(
    (member) => sameLength(member.name, name) && member.name.toLowerCase() === wanted,
  );
}

/** The value at the end of a path of names, e.g. `valueAt(template, 'properties', 'osProfile')`. */
export function valueAt(node: Maybe, ...names: readonly string[]): JsonNode | undefined {
  return names.reduce(valueOf, node);
}

/** Empty for everything but an object. */
export function membersOf(node: Maybe): readonly JsonMember[] {
  return node?.kind === 'object' ? node.members : [];
}

/** Empty for everything but an array. */
export function itemsOf(node: Maybe): readonly JsonNode[] {
  return node?.kind === 'array' ? node.items : [];
}

/** Undefined for everything but a text. */
export function textOf(node: Maybe): string | undefined {
  return node?.kind === 'text' ? node.value : undefined;
}

/** The text under a name; undefined where there is none. */
export function textAt(node: Maybe, ...names: readonly string[]): string | undefined {
  return textOf(valueAt(node, ...names));
}

/** Lower case changes no length of the names Azure knows; most candidates end here. */
const sameLength = (one: string, other: string): boolean => one.length === other.length;
