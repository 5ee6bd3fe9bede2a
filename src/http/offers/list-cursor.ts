import type { OfferOrder, OfferPlace } from '../../services/ports';

/** Where a page of offers goes on. Programs hand it back as it came; what is in it grants nothing. */
export type ListCursor = {
  readonly order: OfferOrder;
  readonly descending: boolean;
  readonly direction: 'after' | 'before';
  readonly place: OfferPlace;
};

const longest = 2000;

export function writeListCursor({ order, descending, direction, place }: ListCursor): string {
  const { keys, publisherId, offerId } = place;
  const parts = [order, descending ? 'desc' : 'asc', direction, publisherId, offerId, ...keys];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Undefined for anything but a cursor of ours; it comes from outside, so nothing about it is taken for granted. */
export function readListCursor(text: string): ListCursor | undefined {
  const parts = text.length > longest ? undefined : partsOf(text);
  if (parts === undefined) return undefined;
  const [order = '', sense = '', direction = '', publisherId = '', offerId = '', ...keys] = parts;
  if (!isOrder(order) || !keyPatterns[order].every((pattern, index) => pattern.test(keys[index] ?? '')))
    return undefined;
  if (keys.length !== keyPatterns[order].length || !isDirection(direction)) return undefined;
  if (sense !== 'asc' && sense !== 'desc') return undefined;
  return { order, descending: sense === 'desc', direction, place: { keys, publisherId, offerId } };
}

/** What PostgreSQL can compare: a 64-bit number, or a text without NUL. */
const number = /^\d{1,18}$/;
const text = /^\P{C}*$/u;

const keyPatterns: Readonly<Record<OfferOrder, readonly RegExp[]>> = {
  changed: [number],
  name: [text],
  status: [text, text],
};

const isOrder = (order: string): order is OfferOrder => Object.hasOwn(keyPatterns, order);
const isDirection = (direction: string): direction is ListCursor['direction'] =>
  direction === 'after' || direction === 'before';

function partsOf(encoded: string): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString());
    if (!Array.isArray(parts) || parts.length > 7) return undefined;
    return parts.every((part): part is string => typeof part === 'string' && text.test(part))
      ? parts
      : undefined;
  } catch {
    return undefined;
  }
}
