import type { PlanPart } from './parts';
import { coreBuckets, coresOf } from './prices';
import { asArray, asObject, type Path } from './walk';

type Fields = Readonly<Record<string, unknown>>;
type Place = { readonly fields: Fields; readonly path: Path };

export type PriceBlock = 'virtualMachinePricing' | 'monthlyPricing';

export const priceBlocks: readonly PriceBlock[] = ['virtualMachinePricing', 'monthlyPricing'];

/** What a machine size costs in one country, by the hour or by the month. */
export type SizePrice = {
  readonly amount: number;
  /** As it was written down where `isWhole`, else the amount divided. */
  readonly aCore: number;
  /** Empty when nobody can read it. */
  readonly currency: string;
  /** Written down for a core or a month, not for this size. */
  readonly isWhole: boolean;
  /** The country's own, not the one of all countries. */
  readonly isOwn: boolean;
  readonly path: Path;
};

export type PricedPlace = { readonly block: PriceBlock; readonly country: string };

/** By size, in a country where the plan is sold. A size without a price of its own there has that of all countries. */
export function pricesIn(plan: PlanPart, { block, country }: PricedPlace): ReadonlyMap<string, SizePrice> {
  const read = entryOf(plan, { block, country });
  if (read?.kind === 'off' || !isSoldIn(plan, country)) return new Map();
  const { fields = {}, path = [] } = multiplierOf(plan, block) ?? {};
  const everywhere = bySize(amountsIn(fields)).map(
    ([size, { place: _key, ...price }]): [string, SizePrice] => [size, { ...price, isOwn: false, path }],
  );
  const entry = [...(priceBlock(plan, block)?.path ?? []), 'regionPrices', country];
  const own = bySize(read ?? noAmounts).map(([size, { place, ...price }]): [string, SizePrice] => [
    size,
    { ...price, isOwn: true, path: [...entry, ...place] },
  ]);
  return new Map([...everywhere, ...own]);
}

/** Where it names no country, a plan is sold in all of them. */
export function isSoldIn({ fields }: PlanPart, country: string): boolean {
  const sold = asArray(fields['regions']);
  return sold.length === 0 || sold.includes(country);
}

/** What a block says of one country; absent when that is nothing. */
export function entryOf(plan: PlanPart, { block, country }: PricedPlace): CountryRead | undefined {
  const entries = asObject(priceBlock(plan, block)?.fields['regionPrices']) ?? {};
  return Object.hasOwn(entries, country) ? readCountry(country, entries[country]) : undefined;
}

/** Countries that a block names, sold in or not. */
export const countriesNamed = (plan: PlanPart, block: PriceBlock): readonly string[] =>
  Object.keys(asObject(priceBlock(plan, block)?.fields['regionPrices']) ?? {});

/** The newer of the two blocks that may hold the same prices. */
export function priceBlock({ fields, path }: PlanPart, block: PriceBlock): Place | undefined {
  return firstObject({ fields, path }, [`${block}V2`, block]);
}

/** Where a block has the price of all countries. */
export function multiplierOf(plan: PlanPart, block: PriceBlock): Place | undefined {
  const place = priceBlock(plan, block);
  const keys = block === 'monthlyPricing' ? ['multiplier', 'coreMultiplier'] : ['coreMultiplier'];
  return place && firstObject(place, keys);
}

function firstObject({ fields, path }: Place, keys: readonly string[]): Place | undefined {
  for (const key of keys) {
    const found = asObject(fields[key]);
    if (found !== undefined) return { fields: found, path: [...path, key] };
  }
  return undefined;
}

type Amount = { readonly value: number; readonly place: Path };
type Amounts = {
  readonly currency: string;
  readonly whole?: Amount;
  readonly sizes: ReadonlyMap<string, Amount>;
};
/** Of what is unread, the amounts that can be made out: it may have gone live before it was refused. */
export type CountryRead = { readonly kind: 'off' } | ({ readonly kind: 'unread' | 'prices' } & Amounts);

const noAmounts: Amounts = { currency: '', sizes: new Map() };

/**
 * The entry of a country: `{ currency, price | single | individually: { '4core': 0.1 } }`. One that is switched off has
 * no price, whatever else stands there.
 */
export function readCountry(country: string, entry: unknown): CountryRead {
  const fields = asObject(entry);
  if (fields === undefined) return { kind: 'unread', ...noAmounts };
  const isCountry = /^[A-Z]{2}$/.test(country);
  if (isCountry && fields['enabled'] === false) return { kind: 'off' };
  return { kind: isCountry && isReadable(fields) ? 'prices' : 'unread', ...amountsIn(fields) };
}

function isReadable({ currency, price, single, individually }: Fields): boolean {
  const whole = [price, single].filter(isGiven);
  const sizes = isGiven(individually) ? asObject(individually) : {};
  if (sizes === undefined) return false;
  const amounts = [...whole, ...Object.values(sizes)];
  const areSizesKnown = Object.keys(sizes).every((size) => coreBuckets.includes(size));
  const isOneWay = amounts.length > 0 && whole.length <= (Object.keys(sizes).length === 0 ? 1 : 0);
  const isCurrency = typeof currency === 'string' && /^[A-Z]{3}$/.test(currency);
  return isOneWay && areSizesKnown && amounts.every(isAmount) && isCurrency;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;
const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0;

/** Without trusting the shape: what is no number is left out. */
function amountsIn(fields: Fields): Amounts {
  const [whole] = ['price', 'single'].flatMap((name) => amountAt(fields[name], [name]));
  const sizes = Object.entries(asObject(fields['individually']) ?? {}).flatMap(([size, given]) =>
    amountAt(given, ['individually', size]).map((amount): [string, Amount] => [size, amount]),
  );
  const currency = typeof fields['currency'] === 'string' ? fields['currency'] : '';
  return { currency, ...(whole === undefined ? {} : { whole }), sizes: new Map(sizes) };
}

const amountAt = (given: unknown, place: Path): readonly Amount[] =>
  typeof given === 'number' ? [{ value: given, place }] : [];

type Sized = Omit<SizePrice, 'isOwn' | 'path'> & { readonly place: Path };

function bySize({ currency, whole, sizes }: Amounts): readonly (readonly [string, Sized])[] {
  return coreBuckets.flatMap((size): readonly (readonly [string, Sized])[] => {
    const [own, cores] = [sizes.get(size), coresOf(size)];
    const price =
      own === undefined
        ? whole && { ...whole, amount: whole.value * cores, aCore: whole.value }
        : { ...own, amount: own.value, aCore: own.value / cores };
    if (price === undefined) return [];
    const { amount, aCore, place } = price;
    return [[size, { amount, aCore, place, currency, isWhole: own === undefined }]];
  });
}
