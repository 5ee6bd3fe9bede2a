import { z } from 'zod';
import { planId, planReach } from '../envelope-schema';
import {
  type FieldMeta,
  guid,
  optionalForm,
  requiredChoice,
  requiredList,
  requiredText,
} from '../field-schemas';
import { packageSchema } from './package-schema';

/** What a plan of an Azure application may be. */
export const applicationKinds = ['solution-template', 'managed-application'] as const;

/** `definition.plans[]` of an Azure application. */
export const planSchema = z.looseObject({
  planId,
  'microsoft-azure-applications.skuTitle': requiredText({ section: 'plans', label: 'skuTitle', max: 50 }),
  'microsoft-azure-applications.skuSummary': requiredText({
    section: 'plans',
    label: 'skuSummary',
    max: 100,
  }),
  'microsoft-azure-applications.skuDescription': requiredText({
    section: 'plans',
    label: 'skuDescription',
    control: 'html',
    max: 3000,
  }),
  'microsoft-azure-applications.skuType': requiredChoice(
    { section: 'plans', label: 'skuType' },
    applicationKinds,
  ),
  'microsoft-azure-applications.cloudAvailability': requiredList(
    { section: 'plans', label: 'cloudAvailability' },
    requiredChoice({ section: 'plans', label: 'cloudAvailability' }, [
      'PublicAzure',
      'Fairfax',
      'Mooncake',
      'Blackforest',
    ]),
  ),
  ...planReach,
  'microsoft-azure-applications.usageAttributionId': optionalForm(
    { section: 'technical', label: 'usageAttributionId' },
    guid,
  ),
  'microsoft-azure-applications.package': z.record(z.string(), packageSchema).meta({
    section: 'technical',
    label: 'package',
    control: 'list',
    required: true,
    max: 8,
  } satisfies FieldMeta),
});

/** The same where a plan can be nothing but a template, so that it does not ask. */
export const templatePlanSchema = planSchema.omit({ 'microsoft-azure-applications.skuType': true });
export type TemplatePlanDocument = z.output<typeof templatePlanSchema>;
