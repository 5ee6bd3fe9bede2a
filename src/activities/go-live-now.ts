import { kindOf } from '../domain/offer/kind';
import { liveLinks } from '../domain/product-page/storefront-links';
import type { Storefront } from '../domain/publication/pipeline';
import { pipelineOf } from '../domain/publication/pipelines';
import type { Offers, PublicationLog } from '../services/ports';
import type { ControlActivities, PublicationRef } from './contract';
import { existingPackage, type PackageRoles } from './genuine-package';
import { type HeldRoles, refuseUnheld } from './held-replicas';
import { permanentFailure } from './permanent-failure';
import { orRefused } from './slot-refusals';

export type GoLiveRoles = PackageRoles &
  HeldRoles & {
    readonly offers: Pick<Offers, 'findVersion' | 'flipToProduction'>;
    readonly publications: Pick<PublicationLog, 'find'>;
    /** Where people reach the pages, without a slash at the end. */
    readonly publicUrl: string;
  };

/** Production becomes exactly what the preview shows, in one transaction. */
export const goLiveNowActivities = (roles: GoLiveRoles): Pick<ControlActivities, 'goLiveNow'> => ({
  async goLiveNow(publication) {
    const { publicationId, packageDigest, publisherId, offerId } = publication;
    const offer = { publisherId, offerId };
    const [storefronts, { manifest }] = await Promise.all([
      storefrontsOf(roles, publication),
      existingPackage(roles, packageDigest),
    ]);
    await refuseUnheld(roles, publicationId, manifest);
    await orRefused(roles.offers.flipToProduction(offer, publicationId, packageDigest));
    return { links: liveLinks(roles.publicUrl, offer, storefronts) };
  },
});

/** A run finishes on the pipeline it began with; the log holds it. */
async function storefrontsOf(
  { offers, publications }: GoLiveRoles,
  { publicationId, offerVersion, ...offer }: PublicationRef,
): Promise<readonly Storefront[]> {
  const logged = (await publications.find(publicationId))?.status.pipeline;
  if (logged) return logged.storefronts;
  const version = await offers.findVersion(offer, offerVersion);
  const pipeline = version && pipelineOf(version.offerType, kindOf(version.document));
  if (pipeline) return pipeline.storefronts;
  throw permanentFailure(
    'OfferNotUsable',
    `Offer ${offer.publisherId}/${offer.offerId} has no version ${offerVersion} with storefronts.`,
  );
}
