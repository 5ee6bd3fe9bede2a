import { artefactIdOf } from '../artefacts';
import { compareVersions } from '../image-version';
import { listingOf } from '../listing-model';
import type {
  ApplicationPlanModel,
  ApplicationVersion,
  LeadSettings,
  Management,
  OfferModel,
} from '../model';
import type { PackageDocument } from './package-schema';
import type { TemplatePlanDocument } from './plan-schema';
import type { ApplicationDocument } from './schema';

/** The dotted keys of a document that passed the schema, as the model the rest of the product works with. */
export function applicationModelOf(document: ApplicationDocument, lead: LeadSettings): OfferModel {
  return { ...listingOf(document), plans: document.definition.plans.map(applicationPlanOf), lead };
}

/** A plan that does not say what it is, is a template. */
export function applicationPlanOf(plan: TemplatePlanDocument): ApplicationPlanModel {
  const isManaged = plan['microsoft-azure-applications.skuType'] === 'managed-application';
  return {
    kind: isManaged ? 'managedApplication' : 'solutionTemplate',
    planId: plan.planId,
    title: plan['microsoft-azure-applications.skuTitle'],
    summary: plan['microsoft-azure-applications.skuSummary'],
    descriptionHtml: plan['microsoft-azure-applications.skuDescription'],
    hidden: false,
    versions: Object.entries(plan['microsoft-azure-applications.package'])
      .sort(([one], [other]) => compareVersions(one, other))
      .map(([version, content]): ApplicationVersion => ({
        version,
        packageId: artefactIdOf(plan.planId, version, 'package'),
        ...(isManaged ? { management: managementOf(content) } : {}),
      })),
  };
}

function managementOf(content: PackageDocument): Management {
  return {
    tenantId: content.packageVersion.tenantId ?? '',
    authorizations: (content.authorizations ?? []).map(({ principalId, role }) => ({ principalId, role })),
    jitAccess: content.publisherJitAccessPolicy?.jitAccessEnabled === true,
    deploymentMode: content.deploymentMode === 'Incremental' ? 'Incremental' : 'Complete',
  };
}
