import { artefactIdOf } from '../artefacts';
import { compareVersions } from '../image-version';
import { listingOf } from '../listing-model';
import type { LeadSettings, MachinePlanModel, MachineVersion, OfferModel } from '../model';
import type { PlanDocument } from './plan-schema';
import type { VirtualMachineDocument } from './schema';

/** The dotted keys of a document that passed the schema, as the model the rest of the product works with. */
export function modelOf(document: VirtualMachineDocument, lead: LeadSettings): OfferModel {
  return { ...listingOf(document), plans: document.definition.plans.map(machinePlanOf), lead };
}

export function machinePlanOf(plan: PlanDocument): MachinePlanModel {
  return {
    kind: 'machine',
    planId: plan.planId,
    title: plan['microsoft-azure-virtualmachines.skuTitle'],
    summary: plan['microsoft-azure-virtualmachines.skuSummary'],
    descriptionHtml: plan['microsoft-azure-virtualmachines.skuDescription'],
    osFamily: plan['microsoft-azure-virtualmachines.operatingSystemFamily'],
    osName:
      plan['microsoft-azure-virtualmachines.operationSystem'] ||
      plan['microsoft-azure-virtualmachines.osType'] ||
      '',
    recommendedSizes: plan['microsoft-azure-virtualmachines.recommendedVMSizes'] ?? [],
    hidden: plan['microsoft-azure-virtualmachines.hideSKUForSolutionTemplate'] === true,
    versions: Object.entries(plan['microsoft-azure-virtualmachines.vmImages'])
      .sort(([one], [other]) => compareVersions(one, other))
      .map(([version, image]) => versionOf(plan.planId, version, image)),
  };
}

type ImageDocument = PlanDocument['microsoft-azure-virtualmachines.vmImages'][string];

function versionOf(planId: string, version: string, image: ImageDocument): MachineVersion {
  return {
    version,
    osDisk: artefactIdOf(planId, version, 'os'),
    dataDisks: (image.lunVhdDetails ?? [])
      .map(({ lun }) => Number(lun))
      .sort((one, other) => one - other)
      .map((lun) => ({ lun, artefactId: artefactIdOf(planId, version, `lun${lun}`) })),
  };
}
