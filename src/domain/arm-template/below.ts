import type { JsonPlace } from '../json/json-place';

/** Whether a place stands, at any depth, below a member of one of these names, given in lower case. */
export function isBelow(place: JsonPlace, ...names: readonly string[]): boolean {
  for (let each = place.parent; each !== null; each = each.parent) {
    if (typeof each.key === 'string' && names.includes(each.key.toLowerCase())) return true;
  }
  return false;
}
