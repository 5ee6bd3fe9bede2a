import { z } from 'zod';
import { guid, optionalList, requiredForm, type FieldMeta } from './field-schemas';
import { idPattern } from './ids';

const id = (label: string): z.ZodType<string> =>
  requiredForm(
    { section: 'offerSettings', label, max: 50 },
    { pattern: idPattern, ruleId: 'offer.id-invalid', expected: 'a-z 0-9 _ -, <= 50' },
  );

/** Who the offer is: the same fields whatever is sold. */
export const offerIds = { publisherId: id('publisherId'), id: id('id') };

export const planId = requiredForm(
  { section: 'plans', label: 'planId', max: 50 },
  {
    pattern: /^[a-z0-9_-]{0,49}[a-z0-9_]$/,
    ruleId: 'offer.plan-id-invalid',
    expected: 'a-z 0-9 _ -, <= 50, no - at the end',
  },
);

/** A missing part counts as an empty one, so that every field missing in it is named at once. */
export const emptyForMissing = (value: unknown): unknown => value ?? {};

const audienceEntry = z.looseObject({
  type: z
    .enum(['subscriptionId', 'tenantId'])
    .meta({ section: 'plans', label: 'audienceType', control: 'choice', required: true } satisfies FieldMeta),
  id: requiredForm({ section: 'plans', label: 'audienceId' }, guid),
});

/** To whom a plan is sold: the countries, and for a private plan its customers. */
export const planReach = {
  regions: optionalList(
    { section: 'plans', label: 'regions' },
    requiredForm(
      { section: 'plans', label: 'regions' },
      { pattern: /^[A-Z]{2}$/, ruleId: 'offer.country-invalid', expected: 'US' },
    ),
  ),
  restrictedAudience: z
    .looseObject({
      manualEntries: optionalList({ section: 'plans', label: 'restrictedAudience', max: 10 }, audienceEntry),
    })
    .nullish(),
};
