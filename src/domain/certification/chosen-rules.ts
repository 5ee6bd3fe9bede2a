import type { RuleDescription } from './rule';

/**
 * The rules of these ids or aliases, in the table's order, all of them where none is named; and the names nobody bears.
 * Case does not count.
 */
export function chosenRules<Described extends Named>(
  rules: readonly Described[],
  names: readonly string[],
): { readonly rules: readonly Described[]; readonly unknown: readonly string[] } {
  if (names.length === 0) return { rules, unknown: [] };
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  const known = new Set(rules.flatMap(namesOf));
  return {
    rules: rules.filter((rule) => namesOf(rule).some((name) => wanted.has(name))),
    unknown: names.filter((name) => !known.has(name.toLowerCase())),
  };
}

type Named = Pick<RuleDescription, 'id' | 'aliases'>;

const namesOf = ({ id, aliases = [] }: Named): readonly string[] =>
  [id, ...aliases].map((name) => name.toLowerCase());
