import type { PlanPart } from './parts';
import { asArray, asObject, type Path } from './walk';

/** What a plan costs in one country: a whole month, an hour of a core, or an hour of a machine size. */
export type RegionPrice = {
  readonly block: PriceBlock;
  /** Two letters, as the document has them. */
  readonly country: string;
  /** Of prices that differ by machine size. */
  readonly size?: string;
  readonly amount: number;
  readonly currency: string;
  readonly path: Path;
};

type PriceBlock = 'virtualMachinePricing' | 'monthlyPricing';

const blocks: readonly PriceBlock[] = ['virtualMachinePricing', 'monthlyPricing'];

/** The newer of the two blocks that may hold the same prices. */
export function priceBlock(
  { fields, path }: PlanPart,
  block: PriceBlock,
): { readonly fields: Readonly<Record<string, unknown>>; readonly path: Path } | undefined {
  for (const key of [`${block}V2`, block]) {
    const found = asObject(fields[key]);
    if (found !== undefined) return { fields: found, path: [...path, key] };
  }
  return undefined;
}

/**
 * Every price of its own that a country has, by what it is of; only of countries where the plan is sold. Read without
 * trusting the shape: `regionPrices: { US: { currency, price | single | individually: { '4core': 0.1 } } }`.
 */
export function regionPrices(plan: PlanPart): ReadonlyMap<string, RegionPrice> {
  const sold = asArray(plan.fields['regions']);
  const prices = blocks.flatMap((block) => {
    const { fields = {}, path = [] } = priceBlock(plan, block) ?? {};
    return Object.entries(asObject(fields['regionPrices']) ?? {})
      .filter(([country]) => sold.length === 0 || sold.includes(country))
      .flatMap(([country, entry]) =>
        pricesIn(entry, { block, country, path: [...path, 'regionPrices', country] }),
      );
  });
  return new Map(prices.map((price) => [`${price.block} ${price.country} ${price.size ?? ''}`, price]));
}

type Place = Pick<RegionPrice, 'block' | 'country' | 'path'>;

function pricesIn(entry: unknown, { path, ...place }: Place): readonly RegionPrice[] {
  const fields = asObject(entry);
  // Not sold there.
  if (fields === undefined || fields['enabled'] === false) return [];
  const currency = typeof fields['currency'] === 'string' ? fields['currency'] : '';
  const whole = ['price', 'single'].find((name) => typeof fields[name] === 'number');
  const sizes = Object.entries(asObject(fields['individually']) ?? {});
  return [
    ...(whole === undefined
      ? []
      : [{ ...place, currency, amount: fields[whole] as number, path: [...path, whole] }]),
    ...sizes.flatMap(([size, amount]) =>
      typeof amount === 'number'
        ? [{ ...place, currency, size, amount, path: [...path, 'individually', size] }]
        : [],
    ),
  ];
}
