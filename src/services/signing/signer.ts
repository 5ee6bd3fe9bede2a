import { sign, verify } from 'node:crypto';
import type { Signer } from '../ports';
import { readKeyRing, type SigningKeys } from './key-ring';

/** Signs manifests with Ed25519; what a retired key signed still verifies. */
export function createSigner(keys: SigningKeys): Signer {
  const { keyId, privateKey, publicKeys } = readKeyRing(keys);
  return {
    keyId,
    sign: (content) => ({ keyId, value: sign(null, content, privateKey).toString('base64') }),
    verify: (content, signature) => {
      const key = publicKeys.get(signature.keyId);
      // Ed25519 signatures are 64 bytes; one text for one signature leaves nothing to play with.
      if (key === undefined || !/^[A-Za-z0-9+/]{86}==$/.test(signature.value)) return false;
      return verify(null, content, key, Buffer.from(signature.value, 'base64'));
    },
    publicKeys: () =>
      Object.fromEntries(
        [...publicKeys].map(([id, key]) => [id, key.export({ type: 'spki', format: 'pem' }).toString()]),
      ),
  };
}
