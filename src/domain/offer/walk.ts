/** Where a value stands in a document: object keys and array indexes from the root. */
export type Path = readonly (string | number)[];

/** No offer nests deeper than about 12; the cap keeps every walk off the end of the stack. */
export const maxDepth = 64;

/**
 * The same JSON value with every string passed through `change`. What nests deeper than {@link maxDepth}
 * becomes null: nothing unseen is ever kept (see {@link isTooDeep} for refusing it first).
 */
export function mapStrings<T>(value: T, change: (text: string, path: Path) => string): T {
  return mapped(value, [], change) as T;
}

function mapped(value: unknown, path: Path, change: (text: string, path: Path) => string): unknown {
  if (typeof value === 'string') return change(value, path);
  if (typeof value !== 'object' || value === null) return value;
  if (path.length >= maxDepth) return null;
  if (Array.isArray(value)) return value.map((item, index) => mapped(item, [...path, index], change));
  // fromEntries defines own properties, so that a key `__proto__` stays plain data.
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, mapped(item, [...path, key], change)]),
  );
}

/** True when a value nests deeper than any real offer does. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxDepth) return true;
    level = level.flatMap((item) => (typeof item === 'object' && item !== null ? Object.values(item) : []));
  }
  return false;
}

/** A plain object, or `undefined`: the first look at anything a stranger sent. */
export function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
