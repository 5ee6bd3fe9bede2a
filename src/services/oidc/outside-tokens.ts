import { errors, jwtVerify } from 'jose';
import { outsideIdentity, type OutsideRule } from '../../domain/access/outside-identity';
import { errorText } from '../../domain/text/error-text';
import type { OutsideTokens } from '../ports';
import { namesUsAsIssuer } from '../signing/signed-token';
import { issuerKeys, IssuerSilentError } from './issuer-keys';

export type OutsideIssuer = {
  readonly issuer: string;
  readonly audience: string;
  /** Asymmetric ones only: with a shared secret whoever can check a token can also make one. */
  readonly algorithms: readonly string[];
  readonly actorClaim: string;
  readonly rules: readonly OutsideRule[];
};

const longestToken = 16_384;
/** Between the issuer's clock and ours. */
const toleratedSeconds = 30;

/** JWTs of an OpenID Connect issuer. Issuer, audience, algorithm, signature and times are all checked. */
export function createOutsideTokens(settings: OutsideIssuer): OutsideTokens {
  const { issuer, audience, algorithms } = settings;
  const keys = issuerKeys(issuer);
  return {
    async read(token, now) {
      if (token.length > longestToken) return { kind: 'wrong' };
      try {
        const { payload } = await jwtVerify(token, keys, {
          algorithms: [...algorithms],
          audience,
          clockTolerance: toleratedSeconds,
          currentDate: now,
          issuer,
          requiredClaims: ['exp'],
        });
        const identity = outsideIdentity(payload, settings);
        return identity === undefined ? nobodyHere(settings) : { kind: 'known', identity };
      } catch (cause) {
        return whyNot(cause, token);
      }
    },
  };
}

type Refused = Exclude<Awaited<ReturnType<OutsideTokens['read']>>, { kind: 'known' }>;

/** Genuine, and yet of nobody: what people meet who set the rules up. */
const nobodyHere = ({ actorClaim }: OutsideIssuer): Refused => ({
  kind: 'wrong',
  reason: `no rule of OIDC_RULES fits it, or it has no claim "${actorClaim}"`,
});

function whyNot(cause: unknown, token: string): Refused {
  if (cause instanceof IssuerSilentError) return { kind: 'unsure', reason: cause.message };
  if (cause instanceof errors.JOSEError && !isAboutTheIssuer(cause)) {
    // One of our own that has expired is nothing to set up anew.
    return namesUsAsIssuer(token) ? { kind: 'wrong' } : { kind: 'wrong', reason: checkIn(cause) };
  }
  return { kind: 'unsure', reason: errorText(cause) };
}

/** The check that failed, and of which claim. Not its message: that may quote the token, and so hold whatever a stranger likes. */
function checkIn(error: errors.JOSEError): string {
  const isAboutClaim = error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired;
  return isAboutClaim ? `claim "${error.claim}": ${error.reason} (${error.code})` : error.code;
}

/** What fetching the keys throws: a timeout, an answer other than 200 or one that is no set of keys. */
const isAboutTheIssuer = (error: errors.JOSEError): boolean =>
  ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
