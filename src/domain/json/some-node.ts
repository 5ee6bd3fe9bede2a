import type { JsonNode } from './json-tree';

/** Whether any value of a tree is so. Builds nothing on the way, so that most files cost next to nothing. */
export function someNode(node: JsonNode, isSo: (node: JsonNode) => boolean): boolean {
  if (isSo(node)) return true;
  if (node.kind === 'object') return node.members.some(({ value }) => someNode(value, isSo));
  return node.kind === 'array' && node.items.some((item) => someNode(item, isSo));
}
