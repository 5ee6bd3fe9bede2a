/** A template language expression, e.g. `[concat(parameters('a'), '-x')]`; offsets count from the opening bracket's text. */
export type Expression = TextLiteral | NumberLiteral | NameLiteral | Call | Access | Arrow;

export type TextLiteral = { readonly kind: 'text'; readonly offset: number; readonly value: string };
export type NumberLiteral = { readonly kind: 'number'; readonly offset: number; readonly value: number };

/** `true`, `false`, `null`, and inside an arrow the names it is given. */
export type NameLiteral = { readonly kind: 'name'; readonly offset: number; readonly value: string };

export type Call = {
  readonly kind: 'call';
  readonly offset: number;
  /** Of the author's own functions, e.g. `contoso` in `contoso.unique('a')`; null for the language's. */
  readonly namespace: string | null;
  /** As written. */
  readonly name: string;
  /** The name in lower case: names mean the same in any. */
  readonly key: string;
  readonly arguments: readonly Expression[];
};

/** Of one of the language's own functions. */
type LanguageCall = Call & { readonly namespace: null };

/** What is taken from a value, in one flat list: `reference('x').keys[0].value` has three steps. */
export type Access = {
  readonly kind: 'access';
  readonly offset: number;
  readonly base: Expression;
  readonly steps: readonly Step[];
};

export type Step =
  { readonly kind: 'member'; readonly name: string } | { readonly kind: 'index'; readonly index: Expression };

/** `(item) => item.name`: createUiDefinition has these as arguments. */
export type Arrow = {
  readonly kind: 'arrow';
  readonly offset: number;
  readonly names: readonly string[];
  readonly body: Expression;
};

/** The call an expression begins with: `f` in `f(x)` and in `f(x).y`. */
export function headOf(expression: Expression | null): Call | undefined {
  const base = expression?.kind === 'access' ? expression.base : expression;
  return base?.kind === 'call' ? base : undefined;
}

/** Whether this calls one of the language's functions, given in lower case. */
export function isCallOf(call: Call | undefined, ...names: readonly string[]): call is LanguageCall {
  return call?.namespace === null && names.includes(call.key);
}

/** `listKeys`, `listAccountSas`, `list` and what else resource providers hand out under such names: secrets. */
export function isListCall(call: Call): boolean {
  return call.namespace === null && call.key.startsWith('list');
}

/** What an expression is made of, one level down. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'text':
    case 'number':
    case 'name':
      return [];
    case 'call':
      return expression.arguments;
    case 'arrow':
      return [expression.body];
    case 'access':
      return [
        expression.base,
        ...expression.steps.flatMap((step) => (step.kind === 'index' ? [step.index] : [])),
      ];
  }
}

/** Every call below an expression, itself first. */
export function callsIn(expression: Expression): readonly Call[] {
  const below = partsOf(expression).flatMap(callsIn);
  return expression.kind === 'call' ? [expression, ...below] : below;
}
