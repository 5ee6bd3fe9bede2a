import type { JsonDocument } from '../certification/package-facts';
import type { JsonPlace } from '../json/json-place';
import type { JsonText } from '../json/json-tree';
import type { ParsedExpression } from './expression/parse-expression';

/** A template with everything that rules ask about; a nested one is a template of its own. */
export type Template = {
  readonly document: JsonDocument;
  readonly place: JsonPlace;
  /** The deployment resource around a nested template; null for a file of its own. */
  readonly host: Host | null;
  /** Of a nested template with outer scope: the template that evaluates its expressions; null: it does itself. */
  readonly outerScope: Template | null;
  /** Whether it was compiled from Bicep, whose authors cannot choose what stands in it. */
  readonly isBicepOutput: boolean;
  readonly parameters: readonly Declaration[];
  readonly variables: readonly Declaration[];
  readonly outputs: readonly Declaration[];
  /** Children among them, each after its parent; those of nested templates belong to these. */
  readonly resources: readonly Resource[];
  readonly nested: readonly Template[];
  /**
   * What its resources say, at any depth, by the name of the member in lower case; items of an array by the array's.
   * What belongs to nested templates is theirs, here and in the lists below.
   */
  readonly named: ReadonlyMap<string, readonly TemplateValue[]>;
  /** Texts that Resource Manager evaluates, in the file's order. */
  readonly evaluated: readonly EvaluatedValue[];
  /** Texts that it takes as they are. */
  readonly written: readonly TemplateValue[];
  /** Members without content: `""`, `null`, `[]` and `{}`. */
  readonly blanks: readonly TemplateValue[];
  /** Every text of the package that is an expression. */
  readonly parsed: ReadonlyMap<string, ParsedExpression>;
};

export type Host = { readonly template: Template; readonly resource: Resource };

/** A parameter, variable or output; the place is that of its definition or, for variables, its value. */
export type Declaration = { readonly name: string; readonly place: JsonPlace };

export type TemplateValue = JsonPlace & {
  /** Of the member, or of the one whose array it is an item of, in lower case. */
  readonly name: string;
  /** The template's part it stands in, in lower case, e.g. `resources`. */
  readonly section: string;
  readonly resource: Resource | null;
  /** Of a text that Resource Manager evaluates; null for every other value. */
  readonly expression: ParsedExpression | null;
};

export type EvaluatedValue = TemplateValue & {
  readonly node: JsonText;
  readonly expression: ParsedExpression;
};

export type Resource = {
  readonly place: JsonPlace;
  /** In full, in lower case, e.g. `microsoft.network/virtualnetworks/subnets` for a child `subnets` too. */
  readonly type: string;
  readonly parent: Resource | null;
  /** Only referred to, not deployed (language version 2.0). */
  readonly isExisting: boolean;
};

export const deploymentType = 'microsoft.resources/deployments';

/** What the resources of a template say under these names (lower case), at any depth. */
export function saidByResources(template: Template, ...names: readonly string[]): readonly TemplateValue[] {
  const [only] = names;
  if (names.length === 1 && only !== undefined) return template.named.get(only) ?? [];
  return names.flatMap((name) => template.named.get(name) ?? []);
}

/** What is evaluated with a template's parameters and variables: its own texts, and those of nested ones with outer scope. */
export function evaluatedInScope(template: Template): readonly EvaluatedValue[] {
  const outer = template.nested.filter(({ outerScope }) => outerScope !== null);
  return outer.length === 0
    ? template.evaluated
    : [...template.evaluated, ...outer.flatMap(evaluatedInScope)];
}

/** Where the parameters and variables are declared that expressions in a template mean. */
export function scopeOf(template: Template): Template {
  return template.outerScope ?? template;
}

/** The declaration of this name, whatever its case. */
export function declared(declarations: readonly Declaration[], name: string): Declaration | undefined {
  let byName = namesOf.get(declarations);
  if (byName === undefined) {
    byName = new Map(declarations.map((each) => [each.name.toLowerCase(), each]));
    namesOf.set(declarations, byName);
  }
  return byName.get(name.toLowerCase());
}

/** Declarations of templates that were read; made when first asked for. */
const namesOf = new WeakMap<readonly Declaration[], ReadonlyMap<string, Declaration>>();
