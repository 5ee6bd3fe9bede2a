import { generateKeyPairSync } from 'node:crypto';

/** A new Ed25519 key, as `SIGNING_KEY` has it. */
export function newSigningKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
