import { maskedText } from '../secrets';
import { asObject, type Path } from '../walk';

export type Entry = { readonly name: string; readonly index: number; readonly value: unknown };

/**
 * The entries of a list under the names they keep when the list is sorted anew: a plan goes by its planId, a disk
 * by its LUN, a picture by its address, a plain value by itself. Twins are counted; what has no name goes by its index.
 * @param path where the list stands: it tells which names hold a secret to be masked.
 */
export function entriesByName(list: readonly unknown[], path: Path): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const seen = new Map<string, number>();
  list.forEach((value, index) => {
    const own = nameOf(value, [...path, index]) ?? `#${index + 1}`;
    const twins = seen.get(own) ?? 0;
    seen.set(own, twins + 1);
    const name = twins === 0 ? own : `${own} (${twins + 1})`;
    entries.set(name, { name, index, value });
  });
  return entries;
}

/** Most telling first. */
const naming = [
  'planId',
  'lun',
  'id',
  'principalId',
  'url',
  'linkUrl',
  'categoryL1',
  'portRange',
  'linkTitle',
  'name',
  'key',
];

function nameOf(value: unknown, path: Path): string | undefined {
  if (isPlain(value)) return maskedText(String(value), path);
  const fields = asObject(value);
  if (fields === undefined) return undefined;
  const key = naming.find((each) => Object.hasOwn(fields, each) && isPlain(fields[each]));
  return key === undefined ? undefined : maskedText(String(fields[key]), [...path, key]);
}

const isPlain = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
