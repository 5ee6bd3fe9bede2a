import { childPlaces, type JsonPlace, placeOf } from '../json/json-place';
import { type Call, type Expression, isCallOf, type Step } from './expression/expression';
import { declared, scopeOf, type Template } from './template';

/** Variables may refer to each other in a circle, and a hostile template may have any number of them. */
const longestWay = 50;
const mostVariables = 100;

/**
 * What a value comes down to when it only names a variable or something inside one: `[variables('a').b]` is the place of
 * `b` in the definition of `a`. Every other value is itself.
 */
export function behind(place: JsonPlace, template: Template): JsonPlace {
  return followed(place, template, { steps: longestWay });
}

/** Every call that has a say in a value, those of the variables it names among them. */
export function callsBehind(place: JsonPlace, template: Template): readonly Call[] {
  const seen = new Set<JsonPlace>();
  const calls: Call[] = [];
  const waiting = [place];
  for (let each = waiting.pop(); each !== undefined; each = waiting.pop()) {
    for (const call of callsBelow(each, template)) {
      calls.push(call);
      const variable = variableOf(call, template);
      if (variable === undefined || seen.has(variable) || seen.size === mostVariables) continue;
      seen.add(variable);
      waiting.push(variable);
    }
  }
  return calls;
}

/** The variable that `variables('name')` names; undefined when the name is worked out, or of nothing declared. */
export function variableOf(call: Call, template: Template): JsonPlace | undefined {
  const name = nameGivenTo(call, 'variables');
  return name === undefined ? undefined : declared(scopeOf(template).variables, name)?.place;
}

/** The name in `parameters('name')` or `variables('name')`; undefined for other calls and names that are worked out. */
export function nameGivenTo(call: Call, what: 'parameters' | 'variables'): string | undefined {
  const [first] = call.arguments;
  return isCallOf(call, what) && first?.kind === 'text' ? first.value : undefined;
}

type Way = { steps: number };

/** `left` is one count for the whole way, side ways among it: each step is taken once. */
function followed(place: JsonPlace, template: Template, left: Way): JsonPlace {
  let at = place;
  for (;;) {
    const next = left.steps > 0 ? nextBehind(at, template, left) : undefined;
    if (next === undefined) return at;
    at = next;
  }
}

function nextBehind(place: JsonPlace, template: Template, left: Way): JsonPlace | undefined {
  const root = rootOf(place, template);
  const base = root?.kind === 'access' ? root.base : root;
  const variable = base?.kind === 'call' ? variableOf(base, template) : undefined;
  if (variable === undefined) return undefined;
  left.steps -= 1;
  if (root?.kind !== 'access') return variable;
  const start = followed(variable, template, left);
  return root.steps.reduce<JsonPlace | undefined>(stepFrom, start);
}

/** The expression at a place, however it was reached; null for what Resource Manager does not evaluate. */
function rootOf({ node }: JsonPlace, { parsed }: Template): Expression | null {
  return node.kind === 'text' ? (parsed.get(node.value)?.root ?? null) : null;
}

function callsBelow(place: JsonPlace, template: Template): readonly Call[] {
  if (place.node.kind === 'text') return template.parsed.get(place.node.value)?.calls ?? [];
  return childPlaces(place).flatMap((child) => callsBelow(child, template));
}

function stepFrom(place: JsonPlace | undefined, step: Step): JsonPlace | undefined {
  if (place === undefined) return undefined;
  if (step.kind === 'member') return placeOf(place, step.name);
  const { index } = step;
  if (index.kind === 'text') return placeOf(place, index.value);
  return index.kind === 'number' ? childPlaces(place)[index.value] : undefined;
}
