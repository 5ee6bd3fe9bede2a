import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { isDearer } from '../prices';
import {
  countriesNamed,
  entryOf,
  priceBlocks,
  type PricedPlace,
  pricesIn,
  type SizePrice,
} from '../region-prices';
import { onceLive } from './once-live';
import type { OfferRule } from './rule';

/**
 * What a country pays only falls, in the currency it has, whichever way it is written down: for sizes or for cores, as
 * its own price or as that of all countries. A country that was taken off and comes back keeps its old price: the
 * newest version that had it counts, however long ago. What no country has of its own is compared by `live-prices.ts`,
 * and by the month by `live-monthly-prices.ts`.
 */
export const liveRegionPrices: OfferRule = ({ document, ...live }) => {
  const versions = onceLive(live);
  return plansOf(document).flatMap((plan) => {
    const before = versions.map((each) => plansOf(each).find(({ planId }) => planId === plan.planId));
    return priceBlocks.flatMap((block) => {
      const named = [plan, ...before].flatMap((each) => (each ? countriesNamed(each, block) : []));
      return [...new Set(named)].flatMap((country) =>
        onePerPrice(changesIn(plan, { place: { block, country }, before, document })),
      );
    });
  });
};

/** A price of cores or of all countries is one of many sizes: the first that got dearer is told. */
function onePerPrice(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const each of findings) {
    const key = `${each.ruleId} ${each.target.pointer}`;
    if (!first.has(key)) first.set(key, each);
  }
  return [...first.values()];
}

type Versions = {
  readonly place: PricedPlace;
  /** Newest first, the live one among them; none where it was without the plan. */
  readonly before: readonly (PlanPart | undefined)[];
  readonly document: OfferDocument;
};

function changesIn(plan: PlanPart, { place, before, document }: Versions): readonly Finding[] {
  const pricesOf = readOnce(place);
  const isBack = pricesOf(before[0]).size === 0;
  const isUnread = entryOf(plan, place)?.kind === 'unread';
  return [...pricesIn(plan, place)].flatMap(([size, now]): readonly Finding[] => {
    const was = pricesOf(before.find((each) => pricesOf(each).has(size))).get(size);
    if (was === undefined || !(was.isOwn || now.isOwn) || (isUnread && !now.isOwn)) return [];
    const isACore = now.isWhole && (now.isOwn || was.isWhole);
    const of = isACore ? place.country : `${place.country}, ${size}`;
    const change = { was: told(was, isACore), now: told(now, isACore), of, country: place.country, document };
    return isBack && was.isOwn && now.isOwn ? cameBack(plan, change) : raised(plan, change);
  });
}

type Prices = ReadonlyMap<string, SizePrice>;

/** Versions may be many: none is read that is older than the answer, and none twice. */
function readOnce(place: PricedPlace): (plan: PlanPart | undefined) => Prices {
  const read = new Map<PlanPart | undefined, Prices>();
  return (plan) => {
    const prices =
      read.get(plan) ?? (plan === undefined ? new Map<string, SizePrice>() : pricesIn(plan, place));
    read.set(plan, prices);
    return prices;
  };
}

type Told = Pick<SizePrice, 'amount' | 'currency' | 'path'>;

const told = ({ aCore, amount, ...price }: SizePrice, isACore: boolean): Told => ({
  ...price,
  amount: isACore ? aCore : amount,
});

type Change = {
  readonly was: Told;
  readonly now: Told;
  readonly of: string;
  readonly country: string;
  readonly document: OfferDocument;
};

function raised({ planId }: PlanPart, { was, now, of, document }: Change): readonly Finding[] {
  const params = { plan: beginningOf(planId, 50) };
  const { path } = now;
  if (isOther(was.currency, now.currency)) {
    const [expected, actual] = [beginningOf(was.currency, 10), beginningOf(now.currency, 10)];
    return [offerFinding({ ruleId: 'offer.currency-changed', path, document, params, expected, actual })];
  }
  if (!isDearer(now.amount, was.amount)) return [];
  return [
    offerFinding({
      ruleId: 'offer.price-raised',
      path,
      document,
      params: { ...params, size: beginningOf(of, 50), before: was.amount, after: now.amount },
      expected: `<= ${was.amount}`,
      actual: String(now.amount),
    }),
  ];
}

function cameBack({ planId }: PlanPart, { was, now, country, document }: Change): readonly Finding[] {
  const isSame = !isDearer(now.amount, was.amount) && !isDearer(was.amount, now.amount);
  if (isSame && !isOther(was.currency, now.currency)) return [];
  const [expected, actual] = [asMoney(was), asMoney(now)];
  return [
    offerFinding({
      ruleId: 'offer.region-price-changed',
      path: now.path,
      document,
      params: { plan: beginningOf(planId, 50), country: beginningOf(country, 10) },
      expected,
      actual,
    }),
  ];
}

const asMoney = ({ amount, currency }: Told): string => beginningOf(`${amount} ${currency}`.trim(), 40);

const isOther = (before: string, now: string): boolean => before !== '' && now !== '' && before !== now;
