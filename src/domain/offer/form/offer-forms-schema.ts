import { z } from 'zod';
import { applicationSchema } from '../application/schema';
import { consultingSchema } from '../consulting/schema';
import type { OfferTypeId } from '../document';
import type { OfferKind, StagedKind } from '../kind';
import { stagedSchemas } from '../staged/schema';
import { virtualMachineSchema } from '../virtual-machine/schema';
import type { OfferForm } from './form';
import { formOfSchema, type FormHints } from './form-schema';

type FormRow = FormHints & Pick<OfferForm, 'blanks'> & { readonly schema: z.ZodType };

/** Who the offer is: settled when it is made. And an older key for what the form edits under another. */
const hidden = ['publisherId', 'offerTypeId', 'id', 'microsoft-azure-marketplace.categories'];

const companions: FormHints['companions'] = {
  'microsoft-azure-marketplace.categoryMap': {
    by: 'categoryL1',
    prefix: 'categoryL2-',
    label: 'categoryL2',
  },
};

const machineRow: FormRow = {
  schema: virtualMachineSchema,
  hidden: [...hidden, 'microsoft-azure-virtualmachines.windowsOSType'],
  formerKeys: { virtualMachinePricingV2: 'virtualMachinePricing' },
  companions,
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
};

const applicationRow: FormRow = {
  schema: applicationSchema,
  hidden,
  formerKeys: {},
  companions,
  blanks: {
    plans: {
      'microsoft-azure-applications.cloudAvailability': ['PublicAzure'],
      'microsoft-azure-applications.skuType': 'solution-template',
    },
    manualEntries: { type: 'subscriptionId' },
    authorizations: { role: 'Contributor' },
    policies: { policySku: 'Free' },
  },
};

const serviceRow: FormRow = {
  schema: stagedSchemas['developer-service'],
  hidden,
  formerKeys: {},
  companions,
  blanks: {
    plans: { 'staged-offer.pricing': { priceModel: 'free' } },
    manualEntries: { type: 'subscriptionId' },
  },
};

const templateRow: FormRow = {
  ...applicationRow,
  schema: stagedSchemas['solution-template'],
  blanks: {
    ...applicationRow.blanks,
    plans: { 'microsoft-azure-applications.cloudAvailability': ['PublicAzure'] },
  },
};

const stagedRows: Readonly<Record<StagedKind, FormRow>> = {
  'virtual-machine': { ...machineRow, schema: stagedSchemas['virtual-machine'] },
  'developer-service': serviceRow,
  'data-service': serviceRow,
  'solution-template': templateRow,
};

const consultingRow: FormRow = {
  schema: consultingSchema,
  hidden,
  formerKeys: {},
  companions,
  blanks: {
    offer: {
      'microsoft-azure-marketplace.termsOfUse': '',
      'microsoft-azure-marketplace.leadDestination': '',
    },
    'consulting-services.pricing': { priceModel: 'free' },
  },
};

/** A new offer type is a new row: its schema, and what a schema cannot say. Several kinds have a form each. */
const rows: Readonly<Record<OfferTypeId, Readonly<Partial<Record<OfferKind, FormRow>>>>> = {
  'microsoft-azure-virtualmachines': { publish: machineRow },
  'microsoft-azure-applications': { publish: applicationRow },
  'staged-offer': stagedRows,
  'consulting-services': { publish: consultingRow },
};

const forms = new Map(
  Object.entries(rows).map(([offerType, kinds]) => [
    offerType,
    new Map(Object.entries(kinds).map(([kind, row]) => [kind, formOfRow(row)])),
  ]),
);

function formOfRow({ schema, blanks, ...hints }: FormRow): OfferForm {
  return { root: formOfSchema(schema, hints), blanks };
}

/** A kind that the type does not have gets the type's first form. */
export function formOf(offerType: OfferTypeId, kind: OfferKind = 'publish'): OfferForm {
  const kinds = forms.get(offerType);
  const form = kinds?.get(kind) ?? kinds?.values().next().value;
  if (form === undefined) throw new Error(`Offers of type ${offerType} have no form.`);
  return form;
}

/** Of a type with several kinds: of all of them. */
export function schemaOf(offerType: OfferTypeId): z.ZodType {
  const [first, ...others] = [...new Set(Object.values(rows[offerType]).map(({ schema }) => schema))];
  if (first === undefined) throw new Error(`Offers of type ${offerType} have no schema.`);
  return others.length === 0 ? first : z.union([first, ...others]);
}
