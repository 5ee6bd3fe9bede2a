import type { Path } from './walk';

/** RFC 6901 JSON pointer of a path. */
export function pointerOf(path: Path): string {
  return path.map((segment) => `/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The value a pointer leads to; `undefined` where there is none. Sees own properties only. */
export function valueAt(document: unknown, pointer: string): unknown {
  if (pointer === '') return document;
  const segments = pointer.slice(1).split('/');
  let value: unknown = document;
  for (const segment of segments) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[key];
  }
  return value;
}
