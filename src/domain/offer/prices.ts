import type { PlanPart } from './parts';
import { asObject, type Path } from './walk';

/** The 25 machine sizes that have a price of their own: `sharedcore`, `1core`, ..., `416core`. */
const coreCounts = [
  1, 2, 4, 6, 8, 10, 12, 16, 20, 24, 32, 36, 40, 44, 48, 60, 64, 72, 80, 96, 120, 128, 208, 416,
];
export const coreBuckets: readonly string[] = ['sharedcore', ...coreCounts.map((count) => `${count}core`)];

/** What a plan costs, read without trusting its shape. */
export type PlanPricing = {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly path: Path;
  readonly byol: boolean;
  readonly core: Readonly<Record<string, unknown>> | undefined;
};

/** The newer of the two price blocks a plan may carry. */
export function pricingOf({ fields, path }: PlanPart): PlanPricing | undefined {
  const key = ['virtualMachinePricingV2', 'virtualMachinePricing'].find((name) => asObject(fields[name]));
  const pricing = key === undefined ? undefined : asObject(fields[key]);
  if (key === undefined || pricing === undefined) return undefined;
  return {
    fields: pricing,
    path: [...path, key],
    byol: pricing['isByol'] === true,
    core: asObject(pricing['coreMultiplier']),
  };
}

/** Price an hour of every machine size that has one, whichever way the publisher wrote it. */
export function hourlyPrices({ core }: PlanPricing): ReadonlyMap<string, number> {
  const single = core?.['single'];
  const individually = asObject(core?.['individually']);
  const prices = coreBuckets.flatMap((bucket): readonly (readonly [string, number])[] => {
    const own = individually?.[bucket];
    if (typeof own === 'number') return [[bucket, own]];
    return typeof single === 'number' ? [[bucket, single * coresOf(bucket)]] : [];
  });
  return new Map(prices);
}

/** By more than what multiplying by cores rounds: six cores at 0.07 are not dearer than 0.42. */
export const isDearer = (price: number, than: number): boolean => price > than * (1 + 1e-9);

/** How many cores a machine size is billed for; a shared one counts as one. */
export const coresOf = (bucket: string): number => Number.parseInt(bucket, 10) || 1;
