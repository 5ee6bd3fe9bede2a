import { z } from 'zod';
import { planId, planReach } from '../envelope-schema';
import {
  type FieldMeta,
  optionalForm,
  optionalUrl,
  requiredChoice,
  requiredList,
  requiredText,
  requiredUrl,
} from '../field-schemas';

/** How a service of the 2015 portal is paid. */
export const serviceModels = ['free', 'monthly', 'byol'] as const;

const endpoint = z.looseObject({
  endpointName: requiredText({ section: 'technical', label: 'endpointName', max: 50 }),
  endpointUrl: requiredUrl({ section: 'technical', label: 'endpointUrl' }),
});

const price = { section: 'pricing' } as const;

/** `monthly` needs a currency and an amount: `rules/service-prices.ts`. */
const pricing = z.looseObject({
  priceModel: requiredChoice({ ...price, label: 'priceModel' }, serviceModels),
  currency: optionalForm(
    { ...price, label: 'currency' },
    { pattern: /^[A-Z]{3}$/, ruleId: 'offer.currency-invalid', expected: 'USD' },
  ),
  monthly: z
    .number()
    .min(0)
    .nullish()
    .meta({ ...price, label: 'monthly', control: 'number', required: false } satisfies FieldMeta),
});

/** `definition.plans[]` of a developer service or a data service. */
export const servicePlanSchema = z.looseObject({
  planId,
  'staged-offer.skuTitle': requiredText({ section: 'plans', label: 'skuTitle', max: 50 }),
  'staged-offer.skuSummary': requiredText({ section: 'plans', label: 'skuSummary', max: 100 }),
  'staged-offer.skuDescription': requiredText({
    section: 'plans',
    label: 'skuDescription',
    control: 'html',
    max: 3000,
  }),
  ...planReach,
  'staged-offer.endpoints': requiredList({ section: 'technical', label: 'endpoints', max: 20 }, endpoint),
  'staged-offer.documentationUrl': optionalUrl({ section: 'technical', label: 'documentationUrl' }),
  'staged-offer.pricing': pricing.nullish(),
});

export type ServicePlanDocument = z.output<typeof servicePlanSchema>;
