import type { Context } from 'hono';

const deepest = 64;

export type JsonObject = Readonly<Record<string, unknown>>;
export type JsonBody =
  | { readonly kind: 'object'; readonly value: JsonObject }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly why: string };

/** The request's JSON object. Deep nesting is refused here, because later code walks the document recursively. */
export async function readJsonBody(context: Context): Promise<JsonBody> {
  const text = await context.req.text();
  if (text.trim() === '') return { kind: 'empty' };
  if (nestingOf(text) > deepest)
    return { kind: 'bad', why: `The JSON is nested deeper than ${deepest} levels.` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'bad', why: 'The body is not valid JSON.' };
  }
  return isJsonObject(value)
    ? { kind: 'object', value }
    : { kind: 'bad', why: 'The body must be one JSON object.' };
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How deep brackets nest, counted on the text in one pass: the parser itself would need a stack that deep. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepestSeen = 0;
  let inText = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inText) {
      if (character === '\\') at++;
      else if (character === '"') inText = false;
    } else if (character === '"') inText = true;
    else if (character === '[' || character === '{') deepestSeen = Math.max(deepestSeen, ++depth);
    else if (character === ']' || character === '}') depth--;
  }
  return deepestSeen;
}
