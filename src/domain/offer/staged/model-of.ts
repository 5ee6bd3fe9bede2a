import { applicationPlanOf } from '../application/model-of';
import { listingOf } from '../listing-model';
import type { LeadSettings, OfferModel, ServicePlanModel } from '../model';
import { machinePlanOf } from '../virtual-machine/model-of';
import type { StagedMachineDocument, StagedServiceDocument, StagedTemplateDocument } from './schema';
import type { ServicePlanDocument } from './service-plan-schema';

/** The dotted keys of documents that passed their schema, as the model the rest of the product works with. */
export const stagedMachineModelOf = (document: StagedMachineDocument, lead: LeadSettings): OfferModel => ({
  ...listingOf(document),
  plans: document.definition.plans.map(machinePlanOf),
  lead,
});

export const stagedTemplateModelOf = (document: StagedTemplateDocument, lead: LeadSettings): OfferModel => ({
  ...listingOf(document),
  plans: document.definition.plans.map(applicationPlanOf),
  lead,
});

export const stagedServiceModelOf = (document: StagedServiceDocument, lead: LeadSettings): OfferModel => ({
  ...listingOf(document),
  plans: document.definition.plans.map(servicePlanOf),
  lead,
});

function servicePlanOf(plan: ServicePlanDocument): ServicePlanModel {
  return {
    kind: 'service',
    planId: plan.planId,
    title: plan['staged-offer.skuTitle'],
    summary: plan['staged-offer.skuSummary'],
    descriptionHtml: plan['staged-offer.skuDescription'],
    hidden: false,
    endpoints: plan['staged-offer.endpoints'].map(({ endpointName, endpointUrl }) => ({
      name: endpointName,
      url: endpointUrl,
    })),
    documentationUrl: plan['staged-offer.documentationUrl'] ?? '',
  };
}
