import type { Identity } from '../../domain/access/identity';
import { identityOfToken, isUsable } from '../../domain/access/token';
import type { TokenRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { sameSecret, seal } from './secret';
import { digestOf, looksLikeToken } from '../tokens/secret-token';

/**
 * What somebody proved to hold: the installation's own token (`API_TOKEN`) or one of the catalogue's. Sessions and
 * short-lived tokens remember its `reference` only, and end with it.
 */
export type Credential = {
  readonly reference: string;
  readonly identity: Identity;
  /** How else a client may name it; the first one is the actor. */
  readonly names: readonly string[];
  /** Null: when it is revoked. */
  readonly expiresAt: string | null;
};

/** By the secret itself. */
export async function credentialBySecret(deps: AppDeps, secret: string): Promise<Credential | undefined> {
  const { apiToken } = deps.settings;
  if (apiToken !== undefined && sameSecret(secret, apiToken)) return installationsOwn(apiToken);
  if (!looksLikeToken(secret)) return undefined;
  return inUse(deps, await deps.catalogue.tokens.findByDigest(digestOf(secret)));
}

/** Three parts between dots: an access token of ours or of an identity provider. The secrets of ours have none. */
export const isJwt = (token: string): boolean => token.split('.').length === 3;

/** By what was remembered of it. */
export async function credentialByReference(
  deps: AppDeps,
  reference: string,
): Promise<Credential | undefined> {
  const { apiToken } = deps.settings;
  if (apiToken !== undefined && sameSecret(reference, markOf(apiToken))) return installationsOwn(apiToken);
  return inUse(deps, await deps.catalogue.tokens.find(reference));
}

/** Reaches everything; with it the first tokens are made. A change of `API_TOKEN` ends whatever remembers its mark. */
const installationsOwn = (apiToken: string): Credential => ({
  reference: markOf(apiToken),
  identity: { actor: 'api', role: 'Operator', publisherId: null },
  names: ['api'],
  expiresAt: null,
});

const markOf = (apiToken: string): string => `installation.${seal('credential', apiToken).slice(0, 22)}`;

function inUse(deps: AppDeps, token: TokenRecord | undefined): Credential | undefined {
  const now = deps.clock();
  if (token === undefined || !isUsable(token, now)) return undefined;
  rememberUse(deps, token, now);
  const identity = identityOfToken(token);
  const { tokenId, name, expiresAt } = token;
  return { reference: tokenId, identity, names: [identity.actor, tokenId, name], expiresAt };
}

/** Nobody waits for it, and a database that does not take it keeps nobody out. */
function rememberUse({ catalogue, log }: AppDeps, { tokenId, lastUsedAt }: TokenRecord, now: Date): void {
  if (lastUsedAt !== null && now.getTime() - Date.parse(lastUsedAt) < 60_000) return;
  catalogue.tokens.touch(tokenId).catch((error: unknown) => {
    log.warn({ err: error, tokenId }, 'the use of a token could not be noted');
  });
}
