import { type Access, type Expression, partsOf, type Step } from '../arm-template/expression/expression';
import { isExpression, parseExpression } from '../arm-template/expression/parse-expression';
import type { JsonDocument } from '../certification/package-facts';
import { childPlaces, type JsonPlace, placeAt } from '../json/json-place';
import { textOf } from '../json/read-json';

/** What the form hands to the template's parameter of the same name. */
export type Output = {
  readonly name: string;
  readonly place: JsonPlace;
  /** Null for a plain value, and for an expression that makes no sense. */
  readonly expression: Expression | null;
};

/** A control that an expression speaks of: `basics('a').b` or `steps('s').a.b`. */
export type Reference = {
  /** Null: in basics. */
  readonly step: string | null;
  /** Names of sections and control, and after it what of its value is meant. */
  readonly path: readonly string[];
};

export function outputsOf(document: JsonDocument): readonly Output[] {
  return childPlaces(placeAt(document.root, 'parameters', 'outputs')).map((place) => ({
    name: String(place.key),
    place,
    expression: expressionOf(place),
  }));
}

export function expressionOf({ node }: JsonPlace): Expression | null {
  const text = textOf(node);
  return text !== undefined && isExpression(text) ? parseExpression(text).root : null;
}

/** Every control that an expression speaks of, in its order. */
export function referencesIn(expression: Expression | null): readonly Reference[] {
  if (expression === null) return [];
  const own = directReference(expression);
  // Below `basics('a').b` the call would be found once more, without its way.
  const parts =
    own !== undefined && expression.kind === 'access' ? indexesOf(expression) : partsOf(expression);
  return [...(own === undefined ? [] : [own]), ...parts.flatMap(referencesIn)];
}

const indexesOf = ({ steps }: Access): readonly Expression[] =>
  steps.flatMap((step) => (step.kind === 'index' ? [step.index] : []));

/** The one control whose whole value, or a part of it, an expression is; undefined for anything made of it. */
export function directReference(expression: Expression | null): Reference | undefined {
  if (expression?.kind === 'access') return referenceOf(expression.base, expression.steps);
  return expression?.kind === 'call' ? referenceOf(expression, []) : undefined;
}

function referenceOf(base: Expression, steps: readonly Step[]): Reference | undefined {
  if (base.kind !== 'call') return undefined;
  const [argument, ...others] = base.arguments;
  if (argument?.kind !== 'text' || others.length > 0) return undefined;
  const names = namesOf(steps);
  switch (base.name.toLowerCase()) {
    case 'basics':
      return { step: null, path: [argument.value, ...names] };
    case 'steps':
      return { step: argument.value, path: names };
  }
  return undefined;
}

/** As far as it is written in names: an index can be anything. */
function namesOf(steps: readonly Step[]): readonly string[] {
  const index = steps.findIndex(({ kind }) => kind === 'index');
  const named = index === -1 ? steps : steps.slice(0, index);
  return named.flatMap((step) => (step.kind === 'member' ? [step.name] : []));
}
