import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { OfferKey } from '../../domain/offer/ids';
import type { PreviewTokens } from '../ports';
import { readKeyRing, type KeyRing, type SigningKeys } from './key-ring';

const issuer = 'offer-publication';
const tokenType = 'preview+jwt';
const longestToken = 4096;

/**
 * Preview tokens as JWTs (EdDSA, RFC 7519 and 8037). The audience is the offer, so a token for one offer is
 * nothing at another; the subject is the one subscription it was issued for.
 */
export function createPreviewTokens(keys: SigningKeys): PreviewTokens {
  const ring = readKeyRing(keys);
  return {
    issue: ({ subscriptionId, ...offer }, expires) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', kid: ring.keyId, typ: tokenType })
        .setIssuer(issuer)
        .setAudience(audienceOf(offer))
        .setSubject(subscriptionId)
        .setExpirationTime(expires)
        .sign(ring.privateKey),
    read: async (token, { publisherId, offerId }, now) => {
      const subscriptionId = await subjectOf(token, { publisherId, offerId }, { ring, now });
      return subscriptionId === undefined ? undefined : { publisherId, offerId, subscriptionId };
    },
  };
}

async function subjectOf(
  token: string,
  offer: OfferKey,
  { ring, now }: { readonly ring: KeyRing; readonly now: Date },
): Promise<string | undefined> {
  if (token.length > longestToken) return undefined;
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(ring, kid), {
      algorithms: ['EdDSA'],
      audience: audienceOf(offer),
      currentDate: now,
      issuer,
      requiredClaims: ['exp', 'sub'],
      typ: tokenType,
    });
    return typeof payload.sub === 'string' && payload.sub !== '' ? payload.sub : undefined;
  } catch (cause) {
    // Every fault of a token is one answer: which one it was is nobody's business.
    if (cause instanceof errors.JOSEError) return undefined;
    throw cause;
  }
}

function keyOf(ring: KeyRing, keyId: string | undefined): KeyObject {
  const key = keyId === undefined ? undefined : ring.publicKeys.get(keyId);
  if (key === undefined) throw new errors.JWKSNoMatchingKey();
  return key;
}

function audienceOf({ publisherId, offerId }: OfferKey): string {
  return `preview/${publisherId}/${offerId}`;
}
