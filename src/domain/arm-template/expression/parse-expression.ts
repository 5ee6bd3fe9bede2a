import type { Call, Expression, Step } from './expression';
import { type Token, tokenAt } from './tokens';

export type ParsedExpression = {
  /** Null when the text makes no sense as a whole. */
  readonly root: Expression | null;
  /** Every call that was read to its end, those before a fault too, inner ones before outer ones. */
  readonly calls: readonly Call[];
  readonly fault: ExpressionFault | null;
};

export type ExpressionFault = {
  readonly problem: 'unexpected' | 'unfinished' | 'unclosedText' | 'tooDeep' | 'tooLong';
  /** In UTF-16 units from the beginning of the value's text. */
  readonly offset: number;
};

/** Resource Manager takes no longer ones. */
const longestExpression = 24_576;
/** No person nests so deep; what goes deeper wants to exhaust the reader. */
const deepestExpression = 100;

/**
 * Whether Resource Manager would evaluate a text: it stands in brackets, and does not begin with two of them, which is
 * how a text with a bracket is written. White space around the brackets is taken as an oversight.
 */
export function isExpression(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== openBracket && first > space) return false;
  const trimmed = text.trim();
  return trimmed.startsWith('[') && !trimmed.startsWith('[[') && trimmed.endsWith(']');
}

const openBracket = 0x5b;
const space = 0x20;

/** Reads a text for which `isExpression` holds. Never throws; time grows with the length. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > longestExpression) {
    return { root: null, calls: [], fault: { problem: 'tooLong', offset: longestExpression } };
  }
  const parser = new Parser(text);
  try {
    return { root: parser.whole(), calls: parser.calls, fault: null };
  } catch (error) {
    if (!(error instanceof ParseStop)) throw error;
    return { root: null, calls: parser.calls, fault: error.fault };
  }
}

/** Ends reading at the first place that makes no sense. */
class ParseStop extends Error {
  readonly fault: ExpressionFault;

  constructor(fault: ExpressionFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

class Parser {
  readonly calls: Call[] = [];
  readonly #text: string;
  /** Names of the arrows around what is being read. */
  #names: readonly string[] = [];
  #token: Token;

  constructor(text: string) {
    this.#text = text;
    this.#token = tokenAt(text, 0);
  }

  whole(): Expression {
    this.#take('[');
    const root = this.#expression(0);
    this.#take(']');
    if (this.#token.kind !== 'end') throw this.#stop('unexpected');
    return root;
  }

  #expression(depth: number): Expression {
    if (depth > deepestExpression) throw this.#stop('tooDeep');
    const base = this.#primary(depth);
    let step = this.#step(depth);
    if (step === undefined) return base;
    const steps: Step[] = [];
    for (; step !== undefined; step = this.#step(depth)) steps.push(step);
    return { kind: 'access', offset: base.offset, base, steps };
  }

  #primary(depth: number): Expression {
    const token = this.#token;
    switch (token.kind) {
      case 'text':
      case 'number':
        this.#next();
        return token;
      case 'name':
        return this.#named(token.offset, depth);
      case 'sign':
        if (token.value === '(' && depth > 0) return this.#arrow(token.offset, depth);
        throw this.#stop('unexpected');
      case 'unclosed':
      case 'end':
        throw this.#stop('unexpected');
    }
  }

  #named(offset: number, depth: number): Expression {
    const first = this.#name();
    if (this.#isAt('(')) return this.#call({ offset, namespace: null, name: first }, depth);
    if (this.#names.includes(first) || /^(true|false|null)$/i.test(first)) {
      return { kind: 'name', offset, value: first };
    }
    this.#take('.');
    return this.#call({ offset, namespace: first, name: this.#name() }, depth);
  }

  #arrow(offset: number, depth: number): Expression {
    const names: string[] = [];
    this.#take('(');
    while (!this.#isAt(')')) {
      if (names.length > 0) this.#take(',');
      names.push(this.#name());
    }
    for (const sign of [')', '=', '>']) this.#take(sign);
    const outer = this.#names;
    this.#names = [...outer, ...names];
    const body = this.#expression(depth + 1);
    this.#names = outer;
    return { kind: 'arrow', offset, names, body };
  }

  #call(head: Pick<Call, 'offset' | 'namespace' | 'name'>, depth: number): Call {
    this.#take('(');
    const found: Expression[] = [];
    while (!this.#isAt(')')) {
      if (found.length > 0) this.#take(',');
      found.push(this.#expression(depth + 1));
    }
    this.#next();
    const { offset, namespace, name } = head;
    const call: Call = { kind: 'call', offset, namespace, name, key: name.toLowerCase(), arguments: found };
    this.calls.push(call);
    return call;
  }

  #step(depth: number): Step | undefined {
    if (this.#isAt('.')) {
      this.#next();
      return { kind: 'member', name: this.#name() };
    }
    if (!this.#isAt('[')) return undefined;
    this.#next();
    const index = this.#expression(depth + 1);
    this.#take(']');
    return { kind: 'index', index };
  }

  #name(): string {
    if (this.#token.kind !== 'name') throw this.#stop('unexpected');
    const { value } = this.#token;
    this.#next();
    return value;
  }

  #isAt(sign: string): boolean {
    return this.#token.kind === 'sign' && this.#token.value === sign;
  }

  #take(sign: string): void {
    if (!this.#isAt(sign)) throw this.#stop('unexpected');
    this.#next();
  }

  #next(): void {
    this.#token = tokenAt(this.#text, this.#token.end);
  }

  #stop(problem: 'unexpected' | 'tooDeep'): ParseStop {
    const { kind, offset } = this.#token;
    if (kind === 'end') return new ParseStop({ problem: 'unfinished', offset });
    return new ParseStop({ problem: kind === 'unclosed' ? 'unclosedText' : problem, offset });
  }
}
