import { withExceptionsInDocument } from '../../domain/certification/exceptions/in-document';
import type { Finding } from '../../domain/certification/finding';
import { validateOffer } from '../../domain/offer/validate-offer';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';

/** Everything wrong with a draft at once, also against the version that is live, with the exceptions in force. */
export async function validateDraft(
  { catalogue, clock, settings }: AppDeps,
  offer: OfferRecord,
): Promise<readonly Finding[]> {
  const { productionVersion } = offer;
  const now = clock();
  const [document, live, inForce] = await Promise.all([
    // A SAS URL has rules, so the secrets are needed; findings never repeat one.
    catalogue.offers.revealSecrets(offer, offer.draft),
    productionVersion === null ? undefined : catalogue.offers.findVersion(offer, productionVersion),
    catalogue.exceptions.inForce({ ...offer, planId: null }, now),
  ]);
  const findings = validateOffer(document, {
    now,
    trustedOrigins: settings.trustedOrigins,
    ...(live === undefined
      ? {}
      : {
          previous: live.document,
          earlier: await catalogue.offers.liveBefore(offer, live.offerVersion),
        }),
  });
  return withExceptionsInDocument(findings, inForce);
}
