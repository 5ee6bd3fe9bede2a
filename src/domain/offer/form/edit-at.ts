import { asObject, type Path } from '../walk';

/**
 * The document with another value at a place; undefined takes the place away (an entry of a list too), and the place
 * after a list's last entry adds one. Objects on the
 * way that are missing are made; a place inside a text or a number cannot be reached and changes nothing.
 */
export function setAt<T>(holder: T, path: Path, value: unknown): T {
  return edited(holder, path, () => value) as T;
}

export function editAt<T>(holder: T, path: Path, change: (value: unknown) => unknown): T {
  return edited(holder, path, change) as T;
}

function edited(holder: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return change(holder);
  if (Array.isArray(holder)) {
    const index = Number(segment);
    if (index === holder.length) {
      const added = edited(undefined, rest, change);
      return added === undefined ? holder : [...holder, added];
    }
    return holder.flatMap((entry: unknown, at) => {
      const after = at === index ? edited(entry, rest, change) : entry;
      return after === undefined ? [] : [after];
    });
  }
  if (holder !== undefined && holder !== null && asObject(holder) === undefined) return holder;
  const key = String(segment);
  const before = Object.entries(asObject(holder) ?? {});
  const old = before.find(([name]) => name === key)?.[1];
  const after = edited(old, rest, change);
  if (after === old) return holder;
  const entries = before.map(([name, value]) => [name, name === key ? after : value] as const);
  const all = before.some(([name]) => name === key) ? entries : [...entries, [key, after] as const];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}
