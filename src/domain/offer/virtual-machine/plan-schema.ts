import { z } from 'zod';
import { planId, planReach } from '../envelope-schema';
import {
  broken,
  type FieldMeta,
  optionalList,
  optionalSwitch,
  optionalText,
  requiredChoice,
  requiredForm,
  requiredList,
  requiredText,
  requiredUrl,
} from '../field-schemas';
import { coreBuckets } from '../prices';

/** A data disk: `{ lun: 0, vhdUrl: 'https://...' }`; the order of LUNs is `rules/data-disks.ts`. */
const dataDisk = z.looseObject({
  lun: z
    .union([z.number(), z.string()])
    .refine((lun) => /^(?:\d|1[0-5])$/.test(String(lun)), broken('offer.lun-invalid', '0-15'))
    .meta({
      section: 'technical',
      label: 'lun',
      control: 'number',
      required: true,
      counter: true,
    } satisfies FieldMeta),
  vhdUrl: requiredUrl({ section: 'technical', label: 'vhdUrl', upload: 'disk' }),
});

const image = z.looseObject({
  osVhdUrl: requiredUrl({ section: 'technical', label: 'osVhdUrl', upload: 'disk' }),
  lunVhdDetails: optionalList({ section: 'technical', label: 'lunVhdDetails', max: 16 }, dataDisk),
});

const port = { section: 'technical', control: 'text', required: true } as const;

const openPort = z.looseObject({
  label: z
    .string()
    .min(3)
    .max(20)
    .meta({ ...port, label: 'label', max: 20 }),
  portRange: z
    .string()
    .refine(isPortRange, broken('offer.port-range-invalid', '80 | 80-150'))
    .meta({ ...port, label: 'portRange' }),
  protocol: z
    .enum(['tcp', 'udp', 'both', 'TCP', 'UDP', 'Both'])
    .meta({ ...port, label: 'protocol', control: 'choice', choices: ['tcp', 'udp', 'both'] }),
});

const amount = z.number().min(0);
const price = { section: 'pricing', control: 'number', required: false } as const;

/** Prices: `{ isByol, freeTrialDurationInMonths, coreMultiplier: { currency, single | individually } }`. */
const pricing = z
  .looseObject({
    isByol: z
      .boolean()
      .meta({ section: 'pricing', label: 'isByol', control: 'switch', required: true } satisfies FieldMeta),
    freeTrialDurationInMonths: z
      .number()
      .int()
      .min(0)
      .max(12)
      .nullish()
      .meta({ ...price, label: 'freeTrialDurationInMonths' }),
    coreMultiplier: z
      .looseObject({
        currency: requiredForm(
          { section: 'pricing', label: 'currency' },
          { pattern: /^[A-Z]{3}$/, ruleId: 'offer.currency-invalid', expected: 'USD' },
        ),
        single: amount.nullish().meta({ ...price, label: 'single' }),
        individually: z
          .record(z.string(), amount)
          .nullish()
          .meta({ ...price, label: 'individually', choices: coreBuckets }),
      })
      .nullish(),
  })
  .nullish();

/** `definition.plans[]` of a virtual machine offer. */
export const planSchema = z.looseObject({
  planId,
  'microsoft-azure-virtualmachines.skuTitle': requiredText({ section: 'plans', label: 'skuTitle', max: 50 }),
  'microsoft-azure-virtualmachines.skuSummary': requiredText({
    section: 'plans',
    label: 'skuSummary',
    max: 100,
  }),
  'microsoft-azure-virtualmachines.skuDescription': requiredText({
    section: 'plans',
    label: 'skuDescription',
    control: 'html',
    max: 3000,
  }),
  'microsoft-azure-virtualmachines.hideSKUForSolutionTemplate': optionalSwitch({
    section: 'plans',
    label: 'hideSKUForSolutionTemplate',
  }),
  'microsoft-azure-virtualmachines.cloudAvailability': requiredList(
    { section: 'plans', label: 'cloudAvailability' },
    requiredChoice({ section: 'plans', label: 'cloudAvailability' }, [
      'PublicAzure',
      'Fairfax',
      'Mooncake',
      'Blackforest',
    ]),
  ),
  ...planReach,
  'microsoft-azure-virtualmachines.operatingSystemFamily': requiredChoice(
    { section: 'technical', label: 'operatingSystemFamily' },
    ['Windows', 'Linux'],
  ),
  'microsoft-azure-virtualmachines.osType': optionalText({ section: 'technical', label: 'osType', max: 100 }),
  'microsoft-azure-virtualmachines.windowsOSType': optionalText({
    section: 'technical',
    label: 'windowsOSType',
    max: 100,
  }),
  'microsoft-azure-virtualmachines.operationSystem': optionalText({
    section: 'technical',
    label: 'operationSystem',
    max: 100,
  }),
  'microsoft-azure-virtualmachines.recommendedVMSizes': optionalList(
    { section: 'technical', label: 'recommendedVMSizes', max: 6 },
    requiredText({ section: 'technical', label: 'recommendedVMSizes', max: 100 }),
  ),
  'microsoft-azure-virtualmachines.openPorts': optionalList(
    { section: 'technical', label: 'openPorts', max: 100 },
    openPort,
  ),
  'microsoft-azure-virtualmachines.supportsAcceleratedNetworking': optionalSwitch({
    section: 'technical',
    label: 'supportsAcceleratedNetworking',
  }),
  'microsoft-azure-virtualmachines.vmImages': z.record(z.string(), image).meta({
    section: 'technical',
    label: 'vmImages',
    control: 'list',
    required: true,
    max: 8,
  } satisfies FieldMeta),
  virtualMachinePricing: pricing,
  virtualMachinePricingV2: pricing,
});

function isPortRange(text: string): boolean {
  const [, from, to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return Number(from) >= 1 && Number(to) >= Number(from) && Number(to) <= 65_535;
}

export type PlanDocument = z.output<typeof planSchema>;
