import { z } from 'zod';
import {
  broken,
  type FieldMeta,
  guid,
  optionalForm,
  optionalList,
  optionalSwitch,
  optionalText,
  requiredChoice,
  requiredForm,
  requiredText,
  requiredUrl,
} from '../field-schemas';

const managed = { section: 'technical' } as const;

/** Who of the publisher's own tenant may do what in the customer's managed resource group. */
const authorization = z.looseObject({
  principalId: requiredForm({ ...managed, label: 'principalId' }, guid),
  role: requiredChoice({ ...managed, label: 'role' }, ['Owner', 'Contributor']),
});

const policy = z.looseObject({
  name: requiredText({ ...managed, label: 'policyName', max: 50 }),
  policySku: requiredChoice({ ...managed, label: 'policySku' }, ['Free', 'Standard']),
  parameters: z
    .string()
    .nullish()
    .refine((text) => !text || isJsonObject(text), broken('offer.policy-parameters-invalid', '{ ... }'))
    .meta({
      ...managed,
      label: 'policyParameters',
      control: 'longText',
      required: false,
    } satisfies FieldMeta),
});

/** One version of a plan's package, and for managed applications how the publisher looks after it. */
export const packageSchema = z.looseObject({
  packageVersion: z.looseObject({
    packageFile: requiredUrl({ ...managed, label: 'packageFile', upload: 'package' }),
    tenantId: optionalForm({ ...managed, label: 'tenantId' }, guid),
  }),
  authorizations: optionalList({ ...managed, label: 'authorizations', max: 100 }, authorization),
  publisherJitAccessPolicy: z
    .looseObject({ jitAccessEnabled: optionalSwitch({ ...managed, label: 'jitAccessEnabled' }) })
    .nullish(),
  ApplicationLockingPolicies: z
    .looseObject({
      CanEnableCustomerActions: optionalSwitch({ ...managed, label: 'CanEnableCustomerActions' }),
      AllowedCustomerActions: optionalList(
        { ...managed, label: 'AllowedCustomerActions', max: 100 },
        requiredText({ ...managed, label: 'AllowedCustomerActions' }),
      ),
    })
    .nullish(),
  deploymentMode: optionalText({
    ...managed,
    label: 'deploymentMode',
    control: 'choice',
    choices: ['Complete', 'Incremental'],
  }).refine((mode) => !mode || /^(Complete|Incremental)$/.test(mode), {
    params: { ruleId: 'offer.choice-unknown', expected: 'Complete | Incremental' },
  }),
  notificationEndpoint: optionalForm(
    { ...managed, label: 'notificationEndpoint' },
    { pattern: /^https:\/\/[^\s/@]+(?:[/?]\S*)?$/i, ruleId: 'offer.url-not-https', expected: 'https://...' },
  ),
  policies: optionalList({ ...managed, label: 'policies', max: 5 }, policy),
});

export type PackageDocument = z.output<typeof packageSchema>;

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
