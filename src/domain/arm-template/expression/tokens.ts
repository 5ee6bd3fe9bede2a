export type Token =
  | { readonly kind: 'text'; readonly offset: number; readonly end: number; readonly value: string }
  | { readonly kind: 'number'; readonly offset: number; readonly end: number; readonly value: number }
  | { readonly kind: 'name'; readonly offset: number; readonly end: number; readonly value: string }
  /** Brackets, comma, dot, and whatever the language does not know. */
  | { readonly kind: 'sign'; readonly offset: number; readonly end: number; readonly value: string }
  /** A quoted text without its closing quote. */
  | { readonly kind: 'unclosed'; readonly offset: number; readonly end: number }
  | { readonly kind: 'end'; readonly offset: number; readonly end: number };

/** The token that begins at or after an offset; white space, line breaks among it, only separates. */
export function tokenAt(text: string, from: number): Token {
  const offset = afterSpace(text, from);
  if (offset >= text.length) return { kind: 'end', offset, end: offset };
  const first = text.charCodeAt(offset);
  if (first === quote) return quoted(text, offset);
  if (isNameStart(first)) return named(text, offset);
  return (
    numberAt(text, offset, first) ?? { kind: 'sign', offset, end: offset + 1, value: text.charAt(offset) }
  );
}

const quote = 0x27;
const space = 0x20;
const numberPattern = /[+-]?\d+(?:\.\d+)?/y;
const spacePattern = /\s+/y;

function afterSpace(text: string, from: number): number {
  const code = text.charCodeAt(from);
  if (code > space && code < 0x80) return from;
  const isAlone = code === space && text.charCodeAt(from + 1) > space && text.charCodeAt(from + 1) < 0x80;
  return isAlone ? from + 1 : from + (matchAt(spacePattern, text, from)?.length ?? 0);
}

/** A quote inside the text is written twice. */
function quoted(text: string, offset: number): Token {
  let end = text.indexOf("'", offset + 1);
  const isPlain = text.charCodeAt(end + 1) !== quote;
  while (end !== -1 && text.charCodeAt(end + 1) === quote) end = text.indexOf("'", end + 2);
  if (end === -1) return { kind: 'unclosed', offset, end: text.length };
  const inner = text.slice(offset + 1, end);
  return { kind: 'text', offset, end: end + 1, value: isPlain ? inner : inner.replaceAll("''", "'") };
}

function named(text: string, offset: number): Token {
  let end = offset + 1;
  for (let code = text.charCodeAt(end); isNameStart(code) || isDigit(code); code = text.charCodeAt(end))
    end += 1;
  return { kind: 'name', offset, end, value: text.slice(offset, end) };
}

function numberAt(text: string, offset: number, first: number): Token | undefined {
  if (!isDigit(first) && first !== 0x2b && first !== 0x2d) return undefined;
  const number = matchAt(numberPattern, text, offset);
  if (number === undefined) return undefined;
  return { kind: 'number', offset, end: offset + number.length, value: Number(number) };
}

/** Letters, `_` and `$`. */
const isNameStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === 0x24;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}
