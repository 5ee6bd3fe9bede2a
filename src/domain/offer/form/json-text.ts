import { pointerOf } from '../pointer';
import { maxDepth, type Path } from '../walk';

/** Counted from 1, as editors do. */
export type TextPlace = { readonly line: number; readonly column: number };

export type JsonFault = 'ended' | 'unexpected' | 'text' | 'repeated' | 'deep' | 'notObject';

export type ReadJsonText =
  | {
      readonly kind: 'read';
      readonly value: Readonly<Record<string, unknown>>;
      /** Where a value begins, or where the nearest thing around it does. */
      readonly placeOf: (pointer: string) => TextPlace;
    }
  | { readonly kind: 'broken'; readonly fault: JsonFault; readonly place: TextPlace };

/**
 * Reads a JSON object as people write it: says where it is broken, and where each value stands. A key written twice
 * is a fault, because one of the two would be lost.
 */
export function readJsonText(text: string): ReadJsonText {
  const starts = new Map<string, number>();
  const reader = new Reader(text, starts);
  try {
    const value = reader.document();
    return { kind: 'read', value, placeOf: (pointer) => placeAt(text, nearest(starts, pointer)) };
  } catch (error) {
    if (!(error instanceof FaultAt)) throw error;
    return { kind: 'broken', fault: error.fault, place: placeAt(text, error.at) };
  }
}

class FaultAt extends Error {
  readonly fault: JsonFault;
  readonly at: number;

  constructor(fault: JsonFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

/** A reader that walks through the text once. JSON.parse names no place for half of its faults. */
class Reader {
  private at = 0;
  private readonly text: string;
  private readonly starts: Map<string, number>;

  constructor(text: string, starts: Map<string, number>) {
    this.text = text;
    this.starts = starts;
  }

  document(): Readonly<Record<string, unknown>> {
    this.blanks();
    if (this.at < this.text.length && this.text[this.at] !== '{') throw new FaultAt('notObject', this.at);
    const value = this.value([]);
    this.blanks();
    if (this.at < this.text.length) throw new FaultAt('unexpected', this.at);
    return value as Readonly<Record<string, unknown>>;
  }

  private value(path: Path): unknown {
    this.blanks();
    if (path.length > maxDepth) throw new FaultAt('deep', this.at);
    this.starts.set(pointerOf(path), this.at);
    const begin = this.text[this.at];
    if (begin === '{') return this.object(path);
    if (begin === '[') return this.list(path);
    return begin === '"' ? this.string() : this.word();
  }

  private object(path: Path): unknown {
    const entries = new Map<string, unknown>();
    for (let isFirst = true; !this.closes('}', isFirst); isFirst = false) {
      const keyAt = this.at;
      if (this.text[this.at] !== '"') throw this.unexpected();
      const key = this.string();
      if (entries.has(key)) throw new FaultAt('repeated', keyAt);
      this.blanks();
      if (this.text[this.at] !== ':') throw this.unexpected();
      this.at++;
      entries.set(key, this.value([...path, key]));
    }
    // fromEntries defines own properties, so that a key `__proto__` stays plain data.
    return Object.fromEntries(entries);
  }

  private list(path: Path): unknown {
    const values: unknown[] = [];
    for (let isFirst = true; !this.closes(']', isFirst); isFirst = false) {
      values.push(this.value([...path, values.length]));
    }
    return values;
  }

  /** Past the opening bracket or the comma before the next entry; true past the closing one. */
  private closes(bracket: '}' | ']', isFirst: boolean): boolean {
    if (isFirst) this.at++;
    this.blanks();
    const isClosed = this.text[this.at] === bracket;
    if (!isClosed && !isFirst && this.text[this.at] !== ',') throw this.unexpected();
    if (isClosed || !isFirst) this.at++;
    if (isClosed) return true;
    this.blanks();
    return false;
  }

  private string(): string {
    stringToken.lastIndex = this.at;
    const token = stringToken.exec(this.text)?.[0];
    if (token === undefined) throw new FaultAt('text', this.at);
    this.at += token.length;
    return JSON.parse(token) as string;
  }

  private word(): unknown {
    wordToken.lastIndex = this.at;
    const token = wordToken.exec(this.text)?.[0];
    if (token === undefined) throw this.unexpected();
    this.at += token.length;
    return JSON.parse(token) as unknown;
  }

  private blanks(): void {
    while (' \t\r\n'.includes(this.text[this.at] ?? '-')) this.at++;
  }

  private unexpected(): FaultAt {
    return new FaultAt(this.at < this.text.length ? 'unexpected' : 'ended', this.at);
  }
}

const stringToken = /"(?:[\u0020!\u0023-\u005b\u005d-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const wordToken = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;

function nearest(starts: ReadonlyMap<string, number>, pointer: string): number {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const start = starts.get(at);
    if (start !== undefined) return start;
  }
  return starts.get('') ?? 0;
}

function placeAt(text: string, at: number): TextPlace {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
