import { isId } from '../../domain/offer/ids';
import type { ArtefactTokens } from '../ports';
import { readKeyRing, type SigningKeys } from './key-ring';
import { readToken, signToken, type TokenUse } from './signed-token';

/** Permissions to fetch one package's files. The subject is the package's digest; who was let see it goes along. */
export function createArtefactTokens(keys: SigningKeys): ArtefactTokens {
  const ring = readKeyRing(keys);
  return {
    issue: ({ digest, publisherId, offerId, subscriptionId }, expires) => {
      const claims = { sub: digest, publisherId, offerId, ...(subscriptionId && { subscriptionId }) };
      return signToken(ring, use, { claims, expires });
    },
    read: async (token, now) => {
      const claims = await readToken(ring, use, { token, now });
      const { sub: digest = '', publisherId, offerId, subscriptionId } = claims ?? {};
      if (digest === '' || !isId(publisherId) || !isId(offerId)) return undefined;
      const preview = typeof subscriptionId === 'string' ? { subscriptionId } : {};
      return { digest, publisherId, offerId, ...preview };
    },
  };
}

const use: TokenUse = { type: 'artefact+jwt', audience: 'artefacts' };
