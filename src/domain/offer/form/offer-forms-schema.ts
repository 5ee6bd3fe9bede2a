import type { z } from 'zod';
import type { OfferTypeId } from '../document';
import { virtualMachineSchema } from '../virtual-machine/schema';
import type { OfferForm } from './form';
import { formOfSchema, type FormHints } from './form-schema';

type FormRow = FormHints & Pick<OfferForm, 'blanks'> & { readonly schema: z.ZodType };

/** A new offer type is a new row: its schema, and what a schema cannot say. */
const rows: Readonly<Record<OfferTypeId, FormRow>> = {
  'microsoft-azure-virtualmachines': {
    schema: virtualMachineSchema,
    // Who the offer is: settled when it is made.
    hidden: [
      'publisherId',
      'offerTypeId',
      'id',
      // Older keys for what the form edits under others.
      'microsoft-azure-marketplace.categories',
      'microsoft-azure-virtualmachines.windowsOSType',
    ],
    formerKeys: { virtualMachinePricingV2: 'virtualMachinePricing' },
    companions: {
      'microsoft-azure-marketplace.categoryMap': {
        by: 'categoryL1',
        prefix: 'categoryL2-',
        label: 'categoryL2',
      },
    },
    // Terms, operating system and price are one of several ways each, so no field is required; one is there, and empty.
    blanks: {
      offer: { 'microsoft-azure-marketplace.termsOfUse': '' },
      plans: {
        'microsoft-azure-virtualmachines.cloudAvailability': ['PublicAzure'],
        'microsoft-azure-virtualmachines.operatingSystemFamily': 'Linux',
        'microsoft-azure-virtualmachines.osType': '',
        virtualMachinePricingV2: { isByol: false, coreMultiplier: { currency: 'USD', single: null } },
      },
      manualEntries: { type: 'subscriptionId' },
      'microsoft-azure-virtualmachines.openPorts': { protocol: 'tcp' },
    },
  },
};

const forms = new Map(
  Object.entries(rows).map(([offerType, { schema, blanks, ...hints }]) => [
    offerType,
    { root: formOfSchema(schema, hints), blanks },
  ]),
);

export function formOf(offerType: OfferTypeId): OfferForm {
  const form = forms.get(offerType);
  if (form === undefined) throw new Error(`Offers of type ${offerType} have no form.`);
  return form;
}

export const schemaOf = (offerType: OfferTypeId): z.ZodType => rows[offerType].schema;
