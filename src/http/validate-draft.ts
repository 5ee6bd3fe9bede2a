import type { Finding } from '../domain/certification/finding';
import { validateOffer } from '../domain/offer/validate-offer';
import type { OfferRecord } from '../services/ports';
import type { AppDeps } from './deps';

/** Everything wrong with a draft at once, also against the version that is live. */
export async function validateDraft(
  { catalogue, clock, settings }: AppDeps,
  offer: OfferRecord,
): Promise<readonly Finding[]> {
  // A SAS URL has rules, so the secrets are needed; findings never repeat one.
  const document = await catalogue.offers.revealSecrets(offer, offer.draft);
  const { productionVersion } = offer;
  const live =
    productionVersion === null ? undefined : await catalogue.offers.findVersion(offer, productionVersion);
  return validateOffer(document, {
    now: clock(),
    trustedOrigins: settings.trustedOrigins,
    ...(live === undefined
      ? {}
      : {
          previous: live.document,
          earlier: await catalogue.offers.liveBefore(offer, live.offerVersion),
        }),
  });
}
