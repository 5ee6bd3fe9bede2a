/** No document of ours nests deeper than about 12. */
const deepest = 64;

/**
 * Why a JSON text is refused that a parser would take: too deep for code that walks it, a name twice (readers would
 * not agree on which counts), a name that reaches into JavaScript's own objects, a number beyond every double, or
 * characters that PostgreSQL cannot store. Undefined when nothing is; whether it is JSON at all, `JSON.parse` says.
 */
export function faultIn(text: string): string | undefined {
  const open: Level[] = [];
  for (const token of tokensOf(text)) {
    const level = open.at(-1);
    if (token === '{' || token === '[') {
      open.push({ names: token === '{' ? new Set() : undefined, nameIsNext: token === '{' });
      if (open.length > deepest) return `The JSON is nested deeper than ${deepest} levels.`;
    } else if (token === '}' || token === ']') open.pop();
    else if (token === ',') openName(level);
    else if (token.startsWith('"')) {
      const fault = faultInText(token, level);
      if (fault !== undefined) return fault;
    } else if (!Number.isFinite(Number(token))) return 'A number is larger than any this API can keep.';
  }
  return undefined;
}

/** An object with the names seen so far, or a list. */
type Level = { readonly names: Set<string> | undefined; nameIsNext: boolean };

/**
 * Strings, numbers, and what separates them; literals and blanks say nothing here. By hand: a pattern for strings
 * starts anew at each quote of one that never ends.
 */
function* tokensOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('{}[],'.includes(character)) yield character;
    else if (character === '"') {
      const end = endOfString(text, at);
      yield text.slice(at, end);
      at = end - 1;
    } else if (character === '-' || (character >= '0' && character <= '9')) {
      number.lastIndex = at;
      const [token] = number.exec(text) ?? [];
      if (token === undefined) continue;
      yield token;
      at += token.length - 1;
    }
  }
}

const number = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** Behind the closing quote, or the end of the text. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

function openName(level: Level | undefined): void {
  if (level?.names !== undefined) level.nameIsNext = true;
}

function faultInText(token: string, level: Level | undefined): string | undefined {
  const text = token.includes('\\') ? unescaped(token) : token.slice(1, -1);
  if (text.includes('\0') || lone.test(text)) {
    return 'A text holds a character that cannot be stored: U+0000, or half of a surrogate pair.';
  }
  if (level?.names === undefined || !level.nameIsNext) return undefined;
  level.nameIsNext = false;
  if (text === '__proto__') return 'No object may have the name "__proto__".';
  if (level.names.has(text))
    return `The name ${JSON.stringify(text.slice(0, 100))} stands twice in one object.`;
  level.names.add(text);
  return undefined;
}

/** Half of a surrogate pair. */
const lone = /\p{Surrogate}/u;

/** Broken escapes are left to the parser that follows. */
function unescaped(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return '';
  }
}
