import { nameGivenTo } from './behind';
import { isCallOf } from './expression/expression';
import { type Declaration, evaluatedInScope, type Template } from './template';

/** What a template declares and nothing in it refers to; `what` is the function that refers to them. */
export function unreferenced(template: Template, what: 'parameters' | 'variables'): readonly Declaration[] {
  if (template[what].length === 0) return [];
  const names = new Set<string>();
  for (const { section, expression } of evaluatedInScope(template)) {
    // Functions have parameters of their own, and see nothing of the template's.
    if (section === 'functions') continue;
    for (const call of expression.calls) {
      if (!isCallOf(call, what)) continue;
      const name = nameGivenTo(call, what);
      // A name that is worked out can be any of them.
      if (name === undefined) return [];
      names.add(name);
    }
  }
  const used = new Set([...names].map((name) => name.toLowerCase()));
  return template[what].filter(({ name }) => !used.has(name.toLowerCase()));
}
