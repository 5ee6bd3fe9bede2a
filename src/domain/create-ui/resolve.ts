import type { JsonDocument } from '../certification/package-facts';
import { childPlaces, type JsonPlace, placeAt, placeOf } from '../json/json-place';
import type { JsonNode } from '../json/json-tree';
import { textAt } from '../json/read-json';
import { type Control, controlAt, isOfType } from './controls';
import type { Reference } from './outputs';

export type Resolved =
  | {
      readonly kind: 'control';
      readonly control: Control;
      /** What of its value is meant. */
      readonly rest: readonly string[];
    }
  /** A whole step or section, which is no control. */
  | { readonly kind: 'group' }
  | { readonly kind: 'missing'; readonly name: string };

/** The control that a reference speaks of. Case does not count. */
export function resolve(document: JsonDocument, { step, path }: Reference): Resolved {
  const ways = waysOf(document);
  let way = wayOf(step);
  const first = ways.get(way);
  if (first === undefined) return { kind: 'missing', name: step ?? '' };
  if (first !== group) return { kind: 'control', control: first, rest: path };
  for (const [index, name] of path.entries()) {
    way = wayTo(way, name);
    const control = ways.get(way);
    if (control === undefined) return { kind: 'missing', name };
    if (control !== group) return { kind: 'control', control, rest: path.slice(index + 1) };
  }
  return { kind: 'group' };
}

/** The control that a reference means; undefined where there is none. */
export function controlOf(document: JsonDocument, reference: Reference | undefined): Control | undefined {
  const resolved = reference === undefined ? undefined : resolve(document, reference);
  return resolved?.kind === 'control' ? resolved.control : undefined;
}

const group = 'group';

type Ways = ReadonlyMap<string, Control | typeof group>;

/** Every way there is, found once for each form: outputs speak of the same controls again and again. */
function waysOf({ root }: JsonDocument): Ways {
  const known = waysByForm.get(root.node);
  if (known !== undefined) return known;
  const ways = findWays(placeOf(root, 'parameters'));
  waysByForm.set(root.node, ways);
  return ways;
}

const waysByForm = new WeakMap<JsonNode, Ways>();

function findWays(parameters: JsonPlace | undefined): Ways {
  const ways = new Map<string, Control | typeof group>([[wayOf(null), group]]);
  const add = (way: string, places: readonly JsonPlace[]): void => {
    for (const control of places.flatMap(controlAt)) {
      const own = wayTo(way, control.name);
      // The portal takes the first of several of one name.
      if (ways.has(own)) continue;
      const isSection = isOfType(control, 'Common.Section');
      ways.set(own, isSection ? group : control);
      if (isSection) add(own, childPlaces(placeAt(control.place, 'elements')));
    }
  };
  add(wayOf(null), childPlaces(placeOf(parameters, 'basics')));
  for (const step of childPlaces(placeOf(parameters, 'steps'))) {
    const way = wayOf(textAt(step.node, 'name') ?? '');
    if (ways.has(way)) continue;
    // A control right below `steps` is its own step.
    ways.set(way, controlAt(step)[0] ?? group);
    add(way, childPlaces(placeOf(step, 'elements')));
  }
  return ways;
}

/** No name holds the sign between its parts. */
const wayOf = (step: string | null): string =>
  step === null ? 'basics' : `steps\u0000${step.toLowerCase()}`;
const wayTo = (way: string, name: string): string => `${way}\u0000${name.toLowerCase()}`;
