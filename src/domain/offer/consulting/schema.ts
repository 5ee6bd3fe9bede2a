import { z } from 'zod';
import { emptyForMissing, offerIds } from '../envelope-schema';
import {
  type FieldMeta,
  optionalForm,
  optionalText,
  requiredChoice,
  requiredForm,
  requiredList,
} from '../field-schemas';
import { marketplaceFields } from '../marketplace-schema';

/** What a customer gets of a consultant, as titles name it. */
export const serviceTypes = [
  'Assessment',
  'Briefing',
  'Implementation',
  'Proof-of-Concept',
  'Workshop',
] as const;

const settings = { section: 'offerSettings' } as const;

/** What is not free needs a currency and an amount: `rules/consulting-price.ts`. */
const pricing = z.looseObject({
  priceModel: requiredChoice({ ...settings, label: 'priceModel' }, ['free', 'fixed', 'estimated']),
  currency: optionalForm(
    { ...settings, label: 'currency' },
    { pattern: /^[A-Z]{3}$/, ruleId: 'offer.currency-invalid', expected: 'USD' },
  ),
  amount: z
    .number()
    .min(0)
    .nullish()
    .meta({ ...settings, label: 'amount', control: 'number', required: false } satisfies FieldMeta),
});

const ownFields = {
  'consulting-services.serviceType': requiredChoice({ ...settings, label: 'serviceType' }, serviceTypes),
  'consulting-services.duration': requiredForm(
    { ...settings, label: 'duration' },
    { pattern: /^[1-9]\d{0,2}-(?:Hour|Day|Week|Month)$/, ruleId: 'offer.field-invalid', expected: '2-Week' },
  ),
  'consulting-services.countries': requiredList(
    { ...settings, label: 'countries' },
    requiredForm(
      { ...settings, label: 'countries' },
      { pattern: /^[A-Z]{2}$/, ruleId: 'offer.country-invalid', expected: 'US' },
    ),
  ),
  'consulting-services.pricing': z.preprocess(emptyForMissing, pricing),
};

/** People's work, told in words: no plans, and nothing to deploy. Unknown keys are kept everywhere. */
export const consultingSchema = z.looseObject({
  ...offerIds,
  offerTypeId: requiredChoice({ ...settings, label: 'offerTypeId' }, ['consulting-services']),
  definition: z.preprocess(
    emptyForMissing,
    z.looseObject({
      displayText: optionalText({ ...settings, label: 'displayText' }),
      offer: z.preprocess(emptyForMissing, z.looseObject({ ...ownFields, ...marketplaceFields })),
    }),
  ),
});

export type ConsultingDocument = z.output<typeof consultingSchema>;
