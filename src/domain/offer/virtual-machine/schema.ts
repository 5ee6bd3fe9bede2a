import { z } from 'zod';
import { optionalText, requiredChoice, requiredForm, requiredList } from '../field-schemas';
import { idPattern } from '../ids';
import { offerSchema } from './offer-schema';
import { planSchema } from './plan-schema';

const id = (label: string): z.ZodType<string> =>
  requiredForm(
    { section: 'offerSettings', label, max: 50 },
    { pattern: idPattern, ruleId: 'offer.id-invalid', expected: 'a-z 0-9 _ -, <= 50' },
  );

/** A missing part counts as an empty one, so that every field missing in it is named at once. */
const emptyForMissing = (value: unknown): unknown => value ?? {};

/** A virtual machine offer as the Cloud Partner Portal has it; unknown keys are kept everywhere. */
export const virtualMachineSchema = z.looseObject({
  publisherId: id('publisherId'),
  offerTypeId: requiredChoice({ section: 'offerSettings', label: 'offerTypeId' }, [
    'microsoft-azure-virtualmachines',
  ]),
  id: id('id'),
  definition: z.preprocess(
    emptyForMissing,
    z.looseObject({
      displayText: optionalText({ section: 'offerSettings', label: 'displayText' }),
      offer: z.preprocess(emptyForMissing, offerSchema),
      plans: requiredList({ section: 'plans', label: 'plans', max: 100 }, planSchema),
    }),
  ),
});

export type VirtualMachineDocument = z.output<typeof virtualMachineSchema>;
