import { isRecord } from '../api/read-error';

type Fields = Readonly<Record<string, unknown>>;

/** A field of an answer as text; empty for what is not there. */
export function textIn(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The objects in a list of an answer. */
export function recordsIn(body: unknown, key: string): readonly Fields[] {
  const list = isRecord(body) ? body[key] : undefined;
  return Array.isArray(list) ? list.filter(isRecord) : [];
}
