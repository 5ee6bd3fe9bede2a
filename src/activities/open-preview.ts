import { previewLinks } from '../domain/product-page/storefront-links';
import type { Offers } from '../services/ports';
import type { ControlActivities } from './contract';
import { existingPackage, type PackageRoles } from './genuine-package';
import { orRefused } from './slot-refusals';

export type PreviewRoles = PackageRoles & {
  readonly offers: Pick<Offers, 'setPreview'>;
  /** Where people reach the pages, without a slash at the end. */
  readonly publicUrl: string;
};

/** Puts the package into the preview slot. */
export const openPreviewActivities = (roles: PreviewRoles): Pick<ControlActivities, 'openPreview'> => ({
  async openPreview({ publicationId, offerVersion, packageDigest, publisherId, offerId }) {
    const offer = { publisherId, offerId };
    const { page } = await existingPackage(roles, packageDigest);
    await orRefused(roles.offers.setPreview(offer, { offerVersion, packageDigest, publicationId }));
    return { links: previewLinks(roles.publicUrl, offer, page.title) };
  },
});
