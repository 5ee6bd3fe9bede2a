import { z } from 'zod';
import { templatePlanSchema } from '../application/plan-schema';
import { emptyForMissing, offerIds } from '../envelope-schema';
import { optionalText, requiredChoice, requiredList } from '../field-schemas';
import { type StagedKind, stagedKinds } from '../kind';
import { marketplaceFields } from '../marketplace-schema';
import { planSchema as machinePlan } from '../virtual-machine/plan-schema';
import { servicePlanSchema } from './service-plan-schema';

/** An offer of the portal of 2015 whose plans are these; unknown keys are kept everywhere. */
const offerOf = <Plan extends z.ZodType>(plan: Plan) =>
  z.looseObject({
    ...offerIds,
    offerTypeId: requiredChoice({ section: 'offerSettings', label: 'offerTypeId' }, ['staged-offer']),
    definition: z.preprocess(
      emptyForMissing,
      z.looseObject({
        displayText: optionalText({ section: 'offerSettings', label: 'displayText' }),
        offer: z.preprocess(
          emptyForMissing,
          z.looseObject({
            'staged-offer.kind': requiredChoice({ section: 'offerSettings', label: 'kind' }, stagedKinds),
            ...marketplaceFields,
          }),
        ),
        plans: requiredList({ section: 'plans', label: 'plans', max: 100 }, plan),
      }),
    ),
  });

export const stagedMachineSchema = offerOf(machinePlan);
export const stagedServiceSchema = offerOf(servicePlanSchema);
export const stagedTemplateSchema = offerOf(templatePlanSchema);

/** What is sold decides what a plan consists of. */
export const stagedSchemas = {
  'virtual-machine': stagedMachineSchema,
  'developer-service': stagedServiceSchema,
  'data-service': stagedServiceSchema,
  'solution-template': stagedTemplateSchema,
} as const satisfies Readonly<Record<StagedKind, z.ZodType>>;

export type StagedMachineDocument = z.output<typeof stagedMachineSchema>;
export type StagedServiceDocument = z.output<typeof stagedServiceSchema>;
export type StagedTemplateDocument = z.output<typeof stagedTemplateSchema>;
