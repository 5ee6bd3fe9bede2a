import { errors, jwtVerify } from 'jose';
import { outsideIdentity, type OutsideRule } from '../../domain/access/outside-identity';
import type { OutsideTokens } from '../ports';
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
        return identity === undefined ? { kind: 'wrong' } : { kind: 'known', identity };
      } catch (cause) {
        return whyNot(cause);
      }
    },
  };
}

type Refused = Exclude<Awaited<ReturnType<OutsideTokens['read']>>, { kind: 'known' }>;

function whyNot(cause: unknown): Refused {
  if (cause instanceof IssuerSilentError) return { kind: 'unsure', reason: cause.message };
  const isAboutTheToken = cause instanceof errors.JOSEError && !isAboutTheIssuer(cause);
  if (isAboutTheToken) return { kind: 'wrong' };
  return { kind: 'unsure', reason: cause instanceof Error ? cause.message : String(cause) };
}

/** What fetching the keys throws: a timeout, an answer other than 200 or one that is no set of keys. */
const isAboutTheIssuer = (error: errors.JOSEError): boolean =>
  ['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC'].includes(error.code);
