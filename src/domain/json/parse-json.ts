import { deepestJson } from './json-place';
import type { JsonMember, JsonNode } from './json-tree';

export type ParsedJson = {
  /** Null when the text makes no sense as a whole. */
  readonly tree: JsonNode | null;
  /** The first place where it is broken; null when `tree` is there. */
  readonly fault: JsonFault | null;
  /** What Resource Manager reads although it is no JSON, comments and trailing commas apart. */
  readonly slips: readonly JsonFault[];
};

export type JsonFault = {
  /** In UTF-16 units from the beginning of the text. */
  readonly offset: number;
  readonly problem: JsonProblem;
};

export type JsonProblem = 'empty' | 'syntax' | 'notUtf8' | 'tooDeep' | 'tooLarge' | 'bareName' | 'lineBreak';

/**
 * Reads JSON as Resource Manager does: comments, trailing commas, line breaks inside texts and names without quotes are
 * taken. Written by hand because packages are certified in a few times what the built-in reader takes, which knows no
 * places. Never throws; time grows with the length.
 */
export function parseJson(text: string): ParsedJson {
  const parser = new Parser(text);
  try {
    return { tree: parser.document(), fault: null, slips: parser.slips };
  } catch (error) {
    if (!(error instanceof ParseStop)) throw error;
    return { tree: null, fault: error.fault, slips: parser.slips };
  }
}

/** A template of 4 MiB, the biggest there may be, has fewer; more of them want to exhaust whoever judges them. */
const mostValues = 200_000;
/** Of one object; Resource Manager takes a few hundred parameters, variables or outputs. */
const mostMembers = 10_000;

/** Ends reading at the first place that makes no sense. */
class ParseStop extends Error {
  readonly fault: JsonFault;

  constructor(fault: JsonFault) {
    super(fault.problem);
    this.fault = fault;
  }
}

const signs = {
  quote: 0x22,
  comma: 0x2c,
  slash: 0x2f,
  colon: 0x3a,
  openBracket: 0x5b,
  backslash: 0x5c,
  closeBracket: 0x5d,
  openBrace: 0x7b,
  closeBrace: 0x7d,
} as const;

/** Reads with `at` always on the next thing that counts: space and comments are passed over after everything read. */
class Parser {
  readonly slips: JsonFault[] = [];
  readonly #text: string;
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonNode {
    this.#skip();
    if (this.#at === this.#text.length) throw this.#stop('empty');
    const root = this.#value(0);
    if (this.#at < this.#text.length) throw this.#stop('syntax');
    return root;
  }

  #value(depth: number): JsonNode {
    if (depth > deepestJson) throw this.#stop('tooDeep');
    this.#values += 1;
    if (this.#values > mostValues) throw this.#stop('tooLarge');
    const offset = this.#at;
    switch (this.#text.charCodeAt(offset)) {
      case signs.quote:
        return { kind: 'text', offset, value: this.#quoted() };
      case signs.openBrace:
        return { kind: 'object', offset, members: this.#members(depth + 1) };
      case signs.openBracket:
        return { kind: 'array', offset, items: this.#items(depth + 1) };
    }
    return this.#literal(offset);
  }

  #members(depth: number): readonly JsonMember[] {
    const members: JsonMember[] = [];
    this.#next();
    while (!this.#closes(signs.closeBrace)) {
      const offset = this.#at;
      const name = this.#text.charCodeAt(offset) === signs.quote ? this.#quoted() : this.#bareName();
      if (this.#text.charCodeAt(this.#at) !== signs.colon) throw this.#stop('syntax');
      this.#next();
      if (members.length === mostMembers) throw this.#stop('tooLarge');
      members.push({ name, offset, value: this.#value(depth) });
      this.#separate(signs.closeBrace);
    }
    return members;
  }

  #items(depth: number): readonly JsonNode[] {
    const items: JsonNode[] = [];
    this.#next();
    while (!this.#closes(signs.closeBracket)) {
      items.push(this.#value(depth));
      this.#separate(signs.closeBracket);
    }
    return items;
  }

  #closes(sign: number): boolean {
    if (this.#text.charCodeAt(this.#at) !== sign) return false;
    this.#next();
    return true;
  }

  /** A comma may also follow the last. */
  #separate(close: number): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code === signs.comma) this.#next();
    else if (code !== close) throw this.#stop('syntax');
  }

  #quoted(): string {
    const begin = this.#at + 1;
    const plainEnd = endOfPlain(this.#text, begin);
    const isPlain = this.#text.charCodeAt(plainEnd) === signs.quote;
    const end = isPlain ? plainEnd : endOfText(this.#text, begin);
    if (end === -1) throw this.#stop('syntax');
    const raw = this.#text.slice(begin, end);
    const value = isPlain ? raw : this.#decoded(raw);
    this.#at = end;
    this.#next();
    return value;
  }

  /** Escapes are left to the built-in reader; what only Resource Manager reads is written as one before. */
  #decoded(raw: string): string {
    const hasBreak = /[\r\n]/.test(raw);
    if (hasBreak) this.slips.push({ offset: this.#at, problem: 'lineBreak' });
    const written = hasBreak ? raw.replace(/\r\n|\n|\r/g, '\\n') : raw;
    try {
      return String(JSON.parse(`"${written.replaceAll('\t', '\\t')}"`));
    } catch {
      throw this.#stop('syntax');
    }
  }

  #bareName(): string {
    const name = matchAt(bareNames, this.#text, this.#at);
    if (name === undefined) throw this.#stop('syntax');
    this.slips.push({ offset: this.#at, problem: 'bareName' });
    this.#pass(name.length);
    return name;
  }

  #literal(offset: number): JsonNode {
    const word = matchAt(words, this.#text, offset);
    if (word === undefined) throw this.#stop('syntax');
    this.#pass(word.length);
    switch (word) {
      case 'true':
      case 'false':
        return { kind: 'boolean', offset, value: word === 'true' };
      case 'null':
        return { kind: 'null', offset };
    }
    return { kind: 'number', offset, value: Number(word) };
  }

  #next(): void {
    this.#pass(1);
  }

  #pass(length: number): void {
    this.#at += length;
    this.#skip();
  }

  #skip(): void {
    this.#at = afterSpace(this.#text, this.#at);
    while (this.#text.charCodeAt(this.#at) === signs.slash) {
      const comment = matchAt(comments, this.#text, this.#at);
      if (comment === undefined) throw this.#stop('syntax');
      this.#at = afterSpace(this.#text, this.#at + comment.length);
    }
  }

  #stop(problem: JsonProblem): ParseStop {
    return new ParseStop({ offset: this.#at, problem });
  }
}

const bareNames = /[A-Za-z_$][\w$-]*/y;
const words = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w$.+-])/y;
const comments = /\/\/[^\r\n]*|\/\*[^]*?\*\//y;

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Space, tab and ends of lines. */
function afterSpace(text: string, from: number): number {
  let at = from;
  for (
    let code = text.charCodeAt(at);
    code === 0x20 || (code <= 0x0d && code >= 0x09);
    code = text.charCodeAt(at)
  )
    at += 1;
  return at;
}

/** Offset of the quote that ends a text; -1 where none does. */
function endOfText(text: string, begin: number): number {
  let end = text.indexOf('"', begin);
  while (end !== -1 && isEscaped(text, end, begin)) end = text.indexOf('"', end + 1);
  return end;
}

/** After an odd number of backslashes. */
function isEscaped(text: string, at: number, begin: number): boolean {
  let first = at;
  while (first > begin && text.charCodeAt(first - 1) === signs.backslash) first -= 1;
  return (at - first) % 2 === 1;
}

/** Where a text ends, or stops to mean what it says: at an escape, or at what would have to be one. */
function endOfPlain(text: string, begin: number): number {
  let at = begin;
  for (let code = text.charCodeAt(at); code >= 0x20; code = text.charCodeAt(at)) {
    if (code === signs.quote || code === signs.backslash) return at;
    at += 1;
  }
  return at;
}
