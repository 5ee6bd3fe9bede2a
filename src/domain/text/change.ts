import type { Change, PlaceName } from '../offer/diff/changes';
import { entriesByName } from '../offer/diff/entry-names';
import { fieldNameOf } from '../offer/parts';
import { asObject } from '../offer/walk';
import { fillText, type Language, type Text } from './language';
import { fieldLabel } from './fields/offer-fields';

/** One difference between two documents, for people. */
export type ReadableChange = {
  readonly kind: Change['kind'];
  readonly pointer: string;
  /** What the field belongs to, outermost first, e.g. `Plans`, `basic`, `Image versions`, `1.0.0`. */
  readonly within: readonly string[];
  /** The field's name as the Editor shows it, e.g. `OS disk address`; of a list's entry, its own name. */
  readonly label: string;
  /** Several lines where it is more than one value; null where there was nothing. */
  readonly before: string | null;
  readonly after: string | null;
};

export function readableChange(change: Change, language: Language): ReadableChange {
  const named = change.place.filter(({ name }, index) => index > 1 || !structural.includes(name));
  const names = (named.length === 0 ? change.place : named).map((each) => nameText(each, language));
  return {
    kind: change.kind,
    pointer: change.pointer,
    within: names.slice(0, -1),
    label: names.at(-1) ?? fieldLabel('definition', language),
    before: textOf(change, 'before', language),
    after: textOf(change, 'after', language),
  };
}

/** Levels of the document that say nothing to a reader. */
const structural = ['definition', 'offer'];

function nameText({ kind, name }: PlaceName, language: Language): string {
  return kind === 'entry' ? name : keyText(name, language);
}

const keyText = (key: string, language: Language): string => fieldLabel(fieldNameOf(key), language);

function textOf(change: Change, side: 'before' | 'after', language: Language): string | null {
  if (change[side] === undefined) return null;
  if (change.kind === 'reordered') return orderText(change[side]);
  const text = valueText(change[side], language);
  return change.hidden && side === 'after' ? fillText(hiddenChange, language, { text }) : text;
}

const hiddenChange: Text = {
  en: '{text} (another secret value)',
  es: '{text} (otro valor secreto)',
  ru: '{text} (другое секретное значение)',
  zh: '{text}（机密值已更改）',
};

const yes: Text = { en: 'Yes', es: 'Sí', ru: 'Да', zh: '是' };
const no: Text = { en: 'No', es: 'No', ru: 'Нет', zh: '否' };

/** A plain value as it is, anything else one `label: value` a line, nested parts indented. */
function valueText(value: unknown, language: Language): string {
  if (typeof value === 'boolean') return (value ? yes : no)[language];
  if (Array.isArray(value)) return value.map((entry: unknown) => valueText(entry, language)).join('\n');
  const fields = asObject(value);
  if (fields === undefined) return String(value);
  return Object.entries(fields)
    .filter(([, part]) => part !== null && part !== '')
    .map(([key, part]) => fieldText(keyText(key, language), valueText(part, language)))
    .join('\n');
}

const fieldText = (label: string, text: string): string =>
  text.includes('\n') ? `${label}:\n  ${text.replaceAll('\n', '\n  ')}` : `${label}: ${text}`;

/** Only the names: what else changed in the entries is told apart. */
function orderText(list: unknown): string {
  return Array.isArray(list) ? [...entriesByName(list, []).keys()].join('\n') : '';
}
