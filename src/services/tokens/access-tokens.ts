import type { KeyObject } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { AccessTokens } from '../ports';
import { type KeyRing, readKeyRing, type SigningKeys } from '../signing/key-ring';

const issuer = 'offer-publication';
const audience = 'api';
/** RFC 9068; keeps these apart from preview tokens, which the same key signs. */
const tokenType = 'at+jwt';
const longestToken = 4096;

/** Short-lived tokens as JWTs (EdDSA). They name the credential only: what it permits is looked up at each use. */
export function createAccessTokens(keys: SigningKeys): AccessTokens {
  const ring = readKeyRing(keys);
  return {
    issue: (credential, { from, to }) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', kid: ring.keyId, typ: tokenType })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(credential)
        .setIssuedAt(from)
        .setNotBefore(from)
        .setExpirationTime(to)
        .sign(ring.privateKey),
    read: (token, now) => credentialOf(token, ring, now),
  };
}

async function credentialOf(token: string, ring: KeyRing, now: Date): Promise<string | undefined> {
  if (token.length > longestToken) return undefined;
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(ring, kid), {
      algorithms: ['EdDSA'],
      audience,
      currentDate: now,
      issuer,
      requiredClaims: ['exp', 'nbf', 'sub'],
      typ: tokenType,
    });
    return payload.sub;
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
