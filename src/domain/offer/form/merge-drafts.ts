import type { OfferDocument } from '../document';
import { asObject, type Path } from '../walk';
import { pointerOf, valueAt } from '../pointer';
import { setAt } from './edit-at';

/** One place in which two drafts differ. Plans go by their id: `/definition/plans/standard/...`. */
export type DraftDifference = {
  readonly path: Path;
  readonly mine: unknown;
  readonly theirs: unknown;
  /** Who changed it since both began; `both` also when nobody can tell. */
  readonly changedBy: 'me' | 'them' | 'both';
};

export type Drafts = {
  /** What both began with; undefined when that is not known. */
  readonly base: OfferDocument | undefined;
  readonly mine: OfferDocument;
  readonly theirs: OfferDocument;
};

/** Every place in which the two drafts differ, as deep as both have objects; lists count as one value. */
export function differencesOf({ base, mine, theirs }: Drafts): readonly DraftDifference[] {
  return differences([], { base, mine, theirs });
}

/** Their draft with my value at every difference that `isMine` says. Nothing else of theirs is touched. */
export function mergeDrafts(
  { theirs }: Pick<Drafts, 'theirs'>,
  differencesFound: readonly DraftDifference[],
  isMine: (difference: DraftDifference) => boolean,
): OfferDocument {
  return differencesFound
    .filter(isMine)
    .reduce((merged, { path, mine }) => setAt(merged, indexed(merged, path), mine), theirs);
}

/** What stands at a difference's place in a document. */
export function atPlace(document: OfferDocument, { path }: DraftDifference): unknown {
  return valueAt(document, pointerOf(indexed(document, path)));
}

type Values = { readonly base: unknown; readonly mine: unknown; readonly theirs: unknown };

function differences(path: Path, values: Values): readonly DraftDifference[] {
  const { base, mine, theirs } = values;
  if (same(mine, theirs)) return [];
  const [baseParts, myParts, theirParts] = [base, mine, theirs].map((value) => partsOf(value, path));
  if (myParts === undefined || theirParts === undefined) {
    const changedBy = same(base, theirs) ? 'me' : same(base, mine) ? 'them' : 'both';
    return [{ path, mine, theirs, changedBy }];
  }
  const keys = new Set([...theirParts.keys(), ...myParts.keys()]);
  return [...keys].flatMap((key) =>
    differences([...path, key], {
      base: baseParts?.get(key),
      mine: myParts.get(key),
      theirs: theirParts.get(key),
    }),
  );
}

const plansPath = JSON.stringify(['definition', 'plans']);

/** What a value is compared by: an object by its keys, plans by their ids; undefined for what is one value. */
function partsOf(value: unknown, path: Path): ReadonlyMap<string, unknown> | undefined {
  if (JSON.stringify(path) === plansPath && Array.isArray(value)) return plansById(value);
  const object = asObject(value);
  return object && new Map(Object.entries(object));
}

function plansById(plans: readonly unknown[]): ReadonlyMap<string, unknown> | undefined {
  const byId = new Map(plans.map((plan) => [asObject(plan)?.['planId'], plan]));
  const isNamed = [...byId.keys()].every((id) => typeof id === 'string' && id !== '');
  return isNamed && byId.size === plans.length ? (byId as ReadonlyMap<string, unknown>) : undefined;
}

/** The path in a document whose plans stand in a list; a plan that is not there comes after the last. */
function indexed(document: OfferDocument, path: Path): Path {
  const [definition, plans, planId, ...rest] = path;
  if (definition !== 'definition' || plans !== 'plans' || typeof planId !== 'string') return path;
  const list = asObject(document['definition'])?.['plans'];
  if (!Array.isArray(list)) return path;
  const at = list.findIndex((plan) => asObject(plan)?.['planId'] === planId);
  return [definition, plans, at === -1 ? list.length : at, ...rest];
}

function same(one: unknown, other: unknown): boolean {
  return one === other || canonical(one) === canonical(other);
}

/** The order of keys says nothing. */
function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) => {
      const object = asObject(part);
      return object === undefined
        ? part
        : Object.fromEntries(Object.entries(object).toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }) ?? 'undefined'
  );
}
