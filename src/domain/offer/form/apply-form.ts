import { asObject } from '../walk';
import type { OfferDocument } from '../document';
import type { FormField, FormGroup, OfferForm } from './form';
import { nameOf, ownValue, partsOf, type Placed } from './placed';
import { normal, readGiven, shownIn } from './shown';

/** What a browser sent: every value given under a name, in order. */
export type GivenFields = ReadonlyMap<string, readonly string[]>;

/** Prefix of the field that holds the name of an entry which the publisher named, e.g. an image version. */
export const entryName = (name: string): string => `name:${name}`;

/**
 * The document with what was filled in. A field that came back as it was shown leaves its value untouched, one that
 * was not sent too; an emptied one takes its key away. Keys that the form does not know stay where they are.
 */
export function applyForm(form: OfferForm, document: OfferDocument, given: GivenFields): OfferDocument {
  return asObject(applied({ node: form.root, path: [], value: document }, given)) ?? {};
}

/** The new value; the very same one when nothing was changed in it, undefined when it is to go. */
function applied(placed: Placed, given: GivenFields): unknown {
  const { node, value } = placed;
  switch (node.kind) {
    case 'field':
      return appliedField({ ...placed, node }, given);
    case 'group':
      return appliedGroup({ ...placed, node }, given);
    case 'rows': {
      if (!Array.isArray(value)) return value;
      const rows = partsOf(placed).map((part) => ({ part, after: applied(part, given) }));
      if (rows.every(({ part, after }) => part.value === after)) return value;
      // A row stays a row when all its fields are emptied: rows go by their own button.
      return rows.flatMap(({ part, after }) =>
        after !== undefined ? [after] : part.node.kind === 'group' ? [{}] : [],
      );
    }
    case 'entries':
      return appliedEntries(placed, given);
  }
}

function appliedField({ node, path, value }: Placed<FormField>, given: GivenFields): unknown {
  const sent = given.get(nameOf(path));
  const shown = shownIn(node, value);
  if (sent === undefined || shown === undefined) return value;
  return sameTexts(shown, sentTexts(node, sent)) ? value : readGiven(node, sent);
}

/** Of one field the last value counts: a box that is not ticked sends only the empty one before it. */
function sentTexts(field: FormField, sent: readonly string[]): readonly string[] {
  return field.control === 'choices'
    ? sent.filter((choice) => choice !== '')
    : [normal(field, sent.at(-1) ?? '')];
}

/** Boxes come in the page's order, not in the document's. */
const sameTexts = (one: readonly string[], other: readonly string[]): boolean =>
  sameJson(one.toSorted(), other.toSorted());

function appliedGroup(placed: Placed<FormGroup>, given: GivenFields): unknown {
  const { node, value } = placed;
  if (value !== undefined && value !== null && asObject(value) === undefined) return value;
  const changes = partsOf(placed).flatMap((part) => {
    const after = applied(part, given);
    if (after === part.value) return [];
    const key = String(part.path.at(-1));
    return [[key, after] as const, ...twinChange(part, { holder: value, after })];
  });
  if (changes.length === 0) return value;
  return withCompanionMoved(node, value, changed(value, new Map(changes)));
}

/** Two keys that held the same object go on doing so. */
function twinChange(
  { node, path, value }: Placed,
  { holder, after }: { readonly holder: unknown; readonly after: unknown },
): readonly (readonly [string, unknown])[] {
  if (node.kind !== 'group' || node.formerKey === undefined || path.at(-1) !== node.key) return [];
  const former = ownValue(holder, node.formerKey);
  return former !== undefined && sameJson(former, value) ? [[node.formerKey, after]] : [];
}

/** When `categoryL1` becomes another one, its subcategories go with it. */
function withCompanionMoved({ companion }: FormGroup, before: unknown, after: unknown): unknown {
  if (companion === undefined) return after;
  const [was, is] = [before, after].map((holder) => {
    const by = ownValue(holder, companion.by);
    return `${companion.prefix}${typeof by === 'string' ? by : ''}`;
  });
  if (was === is || was === undefined || is === undefined) return after;
  const list = ownValue(after, was);
  if (list === undefined || ownValue(after, is) !== undefined) return after;
  return changed(
    after,
    new Map([
      [was, undefined],
      [is, list],
    ]),
  );
}

function appliedEntries(placed: Placed, given: GivenFields): unknown {
  const { value } = placed;
  if (asObject(value) === undefined) return value;
  const parts = partsOf(placed);
  const taken = new Set(parts.map(({ path }) => String(path.at(-1))));
  const entries = parts.map((part) => {
    const key = String(part.path.at(-1));
    const wanted =
      given
        .get(entryName(nameOf(part.path)))
        ?.at(-1)
        ?.trim() ?? '';
    const name = wanted === '' || taken.has(wanted) ? key : wanted;
    taken.add(name);
    const after = applied(part, given);
    return { key, name, before: part.value, after: after === undefined ? {} : after };
  });
  if (entries.every(({ key, name, before, after }) => key === name && before === after)) return value;
  return Object.fromEntries(entries.map(({ name, after }) => [name, after]));
}

/** In the order the document has; new keys come last. An object that lost its last key goes, too. */
function changed(holder: unknown, changes: ReadonlyMap<string, unknown>): unknown {
  const before = Object.entries(asObject(holder) ?? {});
  const kept = before.map(([key, value]) => [key, changes.has(key) ? changes.get(key) : value] as const);
  const known = new Set(before.map(([key]) => key));
  const entries = [...kept, ...[...changes].filter(([key]) => !known.has(key))].filter(
    ([, value]) => value !== undefined,
  );
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

function sameJson(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
