import type { OfferKey } from '../../domain/offer/ids';
import type { PreviewTokens } from '../ports';
import { readKeyRing, type SigningKeys } from './key-ring';
import { readToken, signToken, type TokenUse } from './signed-token';

/**
 * Permissions to see previews. The audience is the offer, so a token for one offer is nothing at another; the subject
 * is the one subscription it was issued for.
 */
export function createPreviewTokens(keys: SigningKeys): PreviewTokens {
  const ring = readKeyRing(keys);
  return {
    issue: ({ subscriptionId, ...offer }, expires) =>
      signToken(ring, useFor(offer), { claims: { sub: subscriptionId }, expires }),
    read: async (token, { publisherId, offerId }, now) => {
      const claims = await readToken(ring, useFor({ publisherId, offerId }), { token, now });
      const subscriptionId = claims?.sub ?? '';
      return subscriptionId === '' ? undefined : { publisherId, offerId, subscriptionId };
    },
  };
}

const useFor = ({ publisherId, offerId }: OfferKey): TokenUse => ({
  type: 'preview+jwt',
  audience: `preview/${publisherId}/${offerId}`,
});
