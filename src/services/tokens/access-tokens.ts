import type { AccessTokens } from '../ports';
import { readKeyRing, type SigningKeys } from '../signing/key-ring';
import { readToken, signToken, type TokenUse } from '../signing/signed-token';

/** RFC 9068; keeps these apart from preview tokens, which the same key signs. */
const use: TokenUse = { type: 'at+jwt', audience: 'api' };

/** Short-lived tokens as JWTs (EdDSA). They name the credential only: what it permits is looked up at each use. */
export function createAccessTokens(keys: SigningKeys): AccessTokens {
  const ring = readKeyRing(keys);
  return {
    issue: (credential, { from, to }) =>
      signToken(ring, use, {
        claims: { sub: credential, iat: inSeconds(from), nbf: inSeconds(from) },
        expires: to,
      }),
    read: async (token, now) => (await readToken(ring, use, { token, now }))?.sub,
  };
}

/** NumericDate of RFC 7519. */
const inSeconds = (time: Date): number => Math.floor(time.getTime() / 1000);
