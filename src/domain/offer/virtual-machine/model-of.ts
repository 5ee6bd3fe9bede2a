import { artefactIdOf } from '../artefacts';
import { compareVersions } from '../image-version';
import type {
  ImageRole,
  LeadSettings,
  LogoRole,
  OfferImage,
  OfferModel,
  PlanModel,
  PlanVersion,
} from '../model';
import { marketplaceKey, offerPath } from '../parts';
import { pointerOf } from '../pointer';
import type { PlanDocument } from './plan-schema';
import type { VirtualMachineDocument } from './schema';

type OfferFields = VirtualMachineDocument['definition']['offer'];

/** The dotted keys of a document that passed the schema, as the model the rest of the product works with. */
export function modelOf(document: VirtualMachineDocument, lead: LeadSettings): OfferModel {
  const { offer, plans } = document.definition;
  return {
    publisherId: document.publisherId,
    offerId: document.id,
    offerType: document.offerTypeId,
    title: offer['microsoft-azure-marketplace.title'],
    summary: offer['microsoft-azure-marketplace.summary'],
    longSummary: offer['microsoft-azure-marketplace.longSummary'],
    descriptionHtml: offer['microsoft-azure-marketplace.description'],
    privacyUrl: offer['microsoft-azure-marketplace.privacyURL'],
    terms: termsOf(offer),
    usefulLinks: (offer['microsoft-azure-marketplace.usefulLinks'] ?? []).map((link) => ({
      text: link.linkTitle,
      uri: link.linkUrl,
    })),
    ...contactsOf(offer),
    categories: categoriesOf(offer),
    previewSubscriptions: offer['microsoft-azure-marketplace.allowedSubscriptions'].map((id) =>
      id.toLowerCase(),
    ),
    images: imagesOf(offer),
    plans: plans.map(planOf),
    lead,
  };
}

function termsOf(offer: OfferFields): OfferModel['terms'] {
  if (offer['microsoft-azure-marketplace.useEnterpriseContract'] === true)
    return { kind: 'standardContract' };
  return { kind: 'own', html: offer['microsoft-azure-marketplace.termsOfUse'] ?? '' };
}

function contactsOf(offer: OfferFields): Pick<OfferModel, 'engineering' | 'support'> {
  return {
    engineering: {
      name: offer['microsoft-azure-marketplace.engineeringContactName'],
      email: offer['microsoft-azure-marketplace.engineeringContactEmail'],
      phone: offer['microsoft-azure-marketplace.engineeringContactPhone'],
    },
    support: {
      name: offer['microsoft-azure-marketplace.supportContactName'],
      email: offer['microsoft-azure-marketplace.supportContactEmail'],
      phone: offer['microsoft-azure-marketplace.supportContactPhone'],
      url: offer['microsoft-azure-marketplace.publicAzureSupportUrl'] ?? '',
    },
  };
}

/** The newer map wins; offers that predate it have a plain list. */
function categoriesOf(offer: OfferFields): readonly string[] {
  const map = offer['microsoft-azure-marketplace.categoryMap'] ?? [];
  if (map.length > 0) return map.map(({ categoryL1 }) => categoryL1);
  return offer['microsoft-azure-marketplace.categories'] ?? [];
}

const logoRoles: readonly LogoRole[] = ['smallLogo', 'mediumLogo', 'largeLogo', 'wideLogo', 'heroLogo'];

function imagesOf(offer: OfferFields): readonly OfferImage[] {
  const logos = logoRoles.flatMap((role) => {
    const url = offer[`microsoft-azure-marketplace.${role}`];
    return url ? [imageAt(role, url, [marketplaceKey(role)])] : [];
  });
  const key = 'microsoft-azure-marketplace.screenshots';
  const screenshots = (offer[key] ?? []).map((shot, index) =>
    typeof shot === 'string'
      ? imageAt(`screenshot-${index + 1}`, shot, [key, index])
      : imageAt(`screenshot-${index + 1}`, shot.url, [key, index, 'url']),
  );
  return [...logos, ...screenshots];
}

function imageAt(role: ImageRole, url: string, place: readonly (string | number)[]): OfferImage {
  return { role, url, pointer: pointerOf([...offerPath, ...place]) };
}

function planOf(plan: PlanDocument): PlanModel {
  return {
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

function versionOf(planId: string, version: string, image: ImageDocument): PlanVersion {
  return {
    version,
    osDisk: artefactIdOf(planId, version, 'os'),
    dataDisks: (image.lunVhdDetails ?? [])
      .map(({ lun }) => Number(lun))
      .sort((one, other) => one - other)
      .map((lun) => ({ lun, artefactId: artefactIdOf(planId, version, `lun${lun}`) })),
  };
}
