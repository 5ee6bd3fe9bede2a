import type { OfferDocument } from '../document';
import { pointerOf } from '../pointer';
import { maskedText } from '../secrets';
import { asObject, mapStrings, maxDepth, type Path } from '../walk';
import { type Entry, entriesByName } from './entry-names';

/** One difference between two documents of an offer, as a person would name it. Holds no secret. */
export type Change = {
  readonly kind: 'added' | 'removed' | 'changed' | 'reordered';
  /** RFC 6901: into the later document; what was removed is pointed at in the earlier one. */
  readonly pointer: string;
  /** Keys and names of list entries from the root, e.g. `definition`, `plans`, `basic`, `skuTitle`. */
  readonly place: readonly PlaceName[];
  /** Masked; absent where there was nothing. */
  readonly before?: unknown;
  /** Masked; absent where there is nothing. */
  readonly after?: unknown;
  /** The difference is in what the masks hide: `before` and `after` look alike. */
  readonly hidden: boolean;
};

/** `key`: of an object, so it has a label; `entry`: of a list or a map, named by the publisher. */
export type PlaceName = { readonly kind: 'key' | 'entry'; readonly name: string };

/**
 * Every difference, in the order of the later document, removals last. Lists are matched by what their entries are
 * called, so that a plan inserted before another changes nothing else. Nothing given and an empty value are the same.
 * Both documents come with secrets in place, or both masked: then a changed secret goes unseen.
 */
export function changesBetween(earlier: OfferDocument, later: OfferDocument): readonly Change[] {
  return compared({ value: earlier, path: [] }, { value: later, path: [] }, []);
}

/** A value and where it stands in its own document: the same entry may have another index in each. */
type Side = { readonly value: unknown; readonly path: Path };

function compared(earlier: Side, later: Side, place: readonly PlaceName[]): readonly Change[] {
  if (isEmpty(earlier.value) && isEmpty(later.value)) return [];
  if (isEmpty(earlier.value)) return [changeOf('added', { later }, place)];
  if (isEmpty(later.value)) return [changeOf('removed', { earlier }, place)];
  if (place.length >= maxDepth) return [];
  if (Array.isArray(earlier.value) && Array.isArray(later.value)) {
    return comparedLists({ ...earlier, value: earlier.value }, { ...later, value: later.value }, place);
  }
  const one = asObject(earlier.value);
  const other = asObject(later.value);
  if (one !== undefined && other !== undefined) {
    return comparedObjects({ ...earlier, value: one }, { ...later, value: other }, place);
  }
  return earlier.value === later.value ? [] : [changeOf('changed', { earlier, later }, place)];
}

type Fields = { readonly value: Readonly<Record<string, unknown>>; readonly path: Path };

function comparedObjects(earlier: Fields, later: Fields, place: readonly PlaceName[]): readonly Change[] {
  const own = (side: Fields, key: string): Side => ({
    value: Object.hasOwn(side.value, key) ? side.value[key] : undefined,
    path: [...side.path, key],
  });
  const removed = Object.keys(earlier.value).filter((key) => !Object.hasOwn(later.value, key));
  const kind = isMap(place) ? 'entry' : 'key';
  return [...Object.keys(later.value), ...removed].flatMap((name) =>
    compared(own(earlier, name), own(later, name), [...place, { kind, name }]),
  );
}

/** Their keys are names the publisher gave, not fields: versions of images and packages, prices by machine size. */
const isMap = (place: readonly PlaceName[]): boolean =>
  /(^|\.)(vmImages|applications\.package|individually)$/.test(place.at(-1)?.name ?? '');

type List = { readonly value: readonly unknown[]; readonly path: Path };

function comparedLists(earlier: List, later: List, place: readonly PlaceName[]): readonly Change[] {
  const before = entriesByName(earlier.value, earlier.path);
  const after = entriesByName(later.value, later.path);
  const removed = [...before.keys()].filter((name) => !after.has(name));
  const changes = [...after.keys(), ...removed].flatMap((name) =>
    compared(sideOf(earlier, before.get(name)), sideOf(later, after.get(name)), [
      ...place,
      { kind: 'entry', name },
    ]),
  );
  return isReordered([...before.keys()], [...after.keys()])
    ? [...changes, changeOf('reordered', { earlier, later }, place)]
    : changes;
}

const sideOf = ({ path }: List, entry: Entry | undefined): Side => ({
  value: entry?.value,
  path: [...path, entry?.index ?? -1],
});

/** Whether entries that both lists have stand in another order. */
function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const kept = after.filter((name) => before.includes(name));
  return before.filter((name) => after.includes(name)).some((name, index) => name !== kept[index]);
}

type Sides = { readonly earlier?: Side; readonly later?: Side };

function changeOf(kind: Change['kind'], { earlier, later }: Sides, place: readonly PlaceName[]): Change {
  const before = earlier && masked(earlier);
  const after = later && masked(later);
  return {
    kind,
    pointer: pointerOf((later ?? earlier)?.path ?? []),
    place,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    hidden: kind === 'changed' && before === after,
  };
}

const masked = ({ value, path }: Side): unknown =>
  mapStrings(value, (text, inside) => maskedText(text, [...path, ...inside]));

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}
