import { type PlanPrice, planPrices } from '../../domain/product-page/plan-price';
import type { AppDeps } from '../deps';
import type { Shown } from './access';

/** By plan id, from the frozen version in the slot: a package holds content, not what it costs. */
export async function pricesOf(
  { catalogue }: AppDeps,
  { slot, content }: Shown,
): Promise<ReadonlyMap<string, PlanPrice>> {
  const version = await catalogue.offers.findVersion(content.page, slot.offerVersion);
  return version === undefined ? new Map() : planPrices(version.document);
}
