import type { KeyObject } from 'node:crypto';
import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { KeyRing } from './key-ring';

const issuer = 'offer-publication';
const longestToken = 4096;

/** What kind of permission a token is, and for whom: one of another type or audience is nothing here. */
export type TokenUse = { readonly type: string; readonly audience: string };

/** A permission as a JWT (EdDSA, RFC 7519 and 8037). */
export const signToken = (
  ring: KeyRing,
  { type, audience }: TokenUse,
  { claims, expires }: { readonly claims: JWTPayload; readonly expires: Date },
): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA', kid: ring.keyId, typ: type })
    .setIssuer(issuer)
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(ring.privateKey);

/** The claims of an unexpired token of ours for exactly this use; undefined for anything else. */
export async function readToken(
  ring: KeyRing,
  { type, audience }: TokenUse,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<JWTPayload | undefined> {
  if (token.length > longestToken) return undefined;
  try {
    const { payload } = await jwtVerify(token, ({ kid }) => keyOf(ring, kid), {
      algorithms: ['EdDSA'],
      audience,
      currentDate: now,
      issuer,
      requiredClaims: ['exp', 'sub'],
      typ: type,
    });
    return payload;
  } catch (cause) {
    // Every fault of a token is one answer: which one it was is nobody's business.
    if (cause instanceof errors.JOSEError) return undefined;
    throw cause;
  }
}

/** What it says of itself; whether that is so is not checked. */
export function namesUsAsIssuer(token: string): boolean {
  try {
    return decodeJwt(token).iss === issuer;
  } catch {
    return false;
  }
}

function keyOf(ring: KeyRing, keyId: string | undefined): KeyObject {
  const key = keyId === undefined ? undefined : ring.publicKeys.get(keyId);
  if (key === undefined) throw new errors.JWKSNoMatchingKey();
  return key;
}
