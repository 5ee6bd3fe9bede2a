import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** An answer or a body as it was recorded. */
export function recorded(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, 'recorded', `${name}.json`), 'utf8'));
}

/** Keys and types of a JSON value, without the values: `{ id: 'string', steps: ['object'...] }`. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shapeOf(member)]));
}
