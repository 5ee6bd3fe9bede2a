import type { Expression } from '../arm-template/expression/expression';
import { isExpression, parseExpression } from '../arm-template/expression/parse-expression';
import type { JsonDocument } from '../certification/package-facts';
import type { JsonNode } from '../json/json-tree';
import { textOf } from '../json/read-json';
import type { Control } from './controls';
import { outputsOf, referencesIn } from './outputs';
import { resolve } from './resolve';

/** Where a control's value goes: the output's name, and the part it takes; empty for all of it. */
export type HandedOver = { readonly output: string; readonly part: string };

/** For every control that outputs speak of, each time they do. */
export function handedOver(document: JsonDocument): (control: Control) => readonly HandedOver[] {
  const found = new Map<JsonNode, HandedOver[]>();
  for (const { name, place } of outputsOf(document)) {
    for (const reference of referencesIn(meantBy(textOf(place.node) ?? ''))) {
      const resolved = resolve(document, reference);
      if (resolved.kind !== 'control') continue;
      const { node } = resolved.control.place;
      const known = found.get(node) ?? [];
      known.push({ output: name, part: resolved.rest[0] ?? '' });
      found.set(node, known);
    }
  }
  return ({ place }) => found.get(place.node) ?? [];
}

/** Whoever forgets the brackets still means the control; what is missing then is not the output. */
function meantBy(text: string): Expression | null {
  return parseExpression(isExpression(text) ? text : `[${text}]`).root;
}
