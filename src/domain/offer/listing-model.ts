import type { OfferTypeId } from './document';
import type { OfferFields } from './marketplace-schema';
import type { ImageRole, LogoRole, OfferImage, OfferModel } from './model';
import { marketplaceKey, offerPath } from './parts';
import { pointerOf } from './pointer';

type ListedDocument = {
  readonly publisherId: string;
  readonly id: string;
  readonly offerTypeId: OfferTypeId;
  readonly definition: { readonly offer: OfferFields };
};

/** The part of an offer that is written the same whatever is sold. */
export function listingOf(document: ListedDocument): Omit<OfferModel, 'plans' | 'lead'> {
  const { offer } = document.definition;
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
