import type { Context } from 'hono';
import { faultIn } from './json-text';

export type JsonObject = Readonly<Record<string, unknown>>;
export type JsonBody =
  | { readonly kind: 'object'; readonly value: JsonObject }
  | { readonly kind: 'empty' }
  | { readonly kind: 'bad'; readonly why: string };

/** The request's JSON object, whatever type it is sent under. What `faultIn` names is refused. */
export async function readJsonBody(context: Context): Promise<JsonBody> {
  const text = await context.req.text();
  if (text.trim() === '') return { kind: 'empty' };
  const fault = faultIn(text);
  if (fault !== undefined) return { kind: 'bad', why: fault };
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
