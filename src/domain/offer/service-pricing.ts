import { type PlanPart, stagedKey } from './parts';
import { asObject, type Path } from './walk';

export type ServicePricing = {
  readonly model: unknown;
  readonly currency: unknown;
  readonly monthly: unknown;
  readonly path: Path;
};

/** How a service is paid, read without trusting its shape. */
export function servicePricingOf({ fields, path }: PlanPart): ServicePricing | undefined {
  const pricing = asObject(fields[stagedKey('pricing')]);
  if (pricing === undefined) return undefined;
  const { priceModel: model, currency, monthly } = pricing;
  return { model, currency, monthly, path: [...path, stagedKey('pricing')] };
}
