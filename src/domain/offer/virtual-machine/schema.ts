import { z } from 'zod';
import { emptyForMissing, offerIds } from '../envelope-schema';
import { optionalText, requiredChoice, requiredList } from '../field-schemas';
import { offerSchema } from '../marketplace-schema';
import { planSchema } from './plan-schema';

/** A virtual machine offer as the Cloud Partner Portal has it; unknown keys are kept everywhere. */
export const virtualMachineSchema = z.looseObject({
  ...offerIds,
  offerTypeId: requiredChoice({ section: 'offerSettings', label: 'offerTypeId' }, [
    'microsoft-azure-virtualmachines',
  ]),
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
