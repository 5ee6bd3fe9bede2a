import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';

const patienceMilliseconds = 5000;
/** How long a key that was withdrawn by its issuer is still taken. */
const keysAreFreshMilliseconds = 10 * 60_000;

/** Between two looks for a key that is not among the known ones. */
const pauseMilliseconds = 10_000;

/** The issuer could not be asked; its tokens may be good. */
export class IssuerSilentError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`The identity provider does not answer as it should: ${reason}`, options);
    this.name = 'IssuerSilentError';
  }
}

/**
 * The issuer's public keys, found by its discovery document and kept for ten minutes. A key id that is not among
 * them is looked for again, at most every ten seconds, so that a new key works soon.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let known: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    known ??= discover(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    const keys = await known;
    return keys(header, token);
  };
}

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const document = await fetchJson(`${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`);
  // Otherwise another party could vouch for this issuer's users.
  if (document['issuer'] !== issuer) throw new IssuerSilentError('it calls itself by another name');
  const address = document['jwks_uri'];
  if (typeof address !== 'string' || !URL.canParse(address)) throw new IssuerSilentError('it names no keys');
  const keys = new URL(address);
  if (keys.protocol !== new URL(issuer).protocol) throw new IssuerSilentError('its keys are less protected');
  return createRemoteJWKSet(keys, {
    timeoutDuration: patienceMilliseconds,
    cacheMaxAge: keysAreFreshMilliseconds,
    cooldownDuration: pauseMilliseconds,
  });
}

async function fetchJson(url: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMilliseconds), redirect: 'error' });
    if (!answer.ok) throw new IssuerSilentError(`it answered ${answer.status}`);
    return (await answer.json()) as Readonly<Record<string, unknown>>;
  } catch (cause) {
    if (cause instanceof IssuerSilentError) throw cause;
    throw new IssuerSilentError('its discovery document cannot be read', { cause });
  }
}
