import type { Change, PlaceName } from '../offer/diff/changes';
import type { OfferDocument } from '../offer/document';
import { pointerOf } from '../offer/pointer';
import { maskedText } from '../offer/secrets';
import { asObject, maxDepth, type Path } from '../offer/walk';
import { readableChange } from '../text/change';
import type { Language } from '../text/language';

/** One filled field of an offer, named as the Editor names it. */
export type ReviewedField = {
  readonly pointer: string;
  /** What it belongs to and its name, outermost first. */
  readonly name: readonly string[];
  readonly value: string;
};

/** Every filled field of the definition, in the order of the document. Secrets stay masked. */
export function reviewedFields(document: OfferDocument, language: Language): readonly ReviewedField[] {
  return leavesOf(document['definition'], ['definition'], [{ kind: 'key', name: 'definition' }]).map(
    (leaf) => {
      const { within, label, after } = readableChange(leaf, language);
      return { pointer: leaf.pointer, name: [...within, label], value: after ?? '' };
    },
  );
}

function leavesOf(value: unknown, path: Path, place: readonly PlaceName[]): readonly Change[] {
  if (path.length >= maxDepth || value === null || value === undefined || value === '') return [];
  if (Array.isArray(value)) {
    return value.flatMap((entry: unknown, index) =>
      leavesOf(entry, [...path, index], [...place, { kind: 'entry', name: nameOf(entry, index) }]),
    );
  }
  const fields = asObject(value);
  if (fields !== undefined) {
    return Object.entries(fields).flatMap(([key, part]) =>
      leavesOf(part, [...path, key], [...place, { kind: 'key', name: key }]),
    );
  }
  const after = typeof value === 'string' ? maskedText(value, path) : value;
  return [{ kind: 'added', pointer: pointerOf(path), place, after, hidden: false }];
}

/** A plan by its id, anything else by its place in the list. */
function nameOf(entry: unknown, index: number): string {
  const planId = asObject(entry)?.['planId'];
  return typeof planId === 'string' && planId !== '' ? planId : `#${index + 1}`;
}
