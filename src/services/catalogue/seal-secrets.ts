import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export type SecretSeal = {
  /** Ciphertext that only opens at the same place. */
  readonly seal: (value: string, place: string) => Buffer;
  readonly open: (ciphertext: Buffer, place: string) => string;
  /** The same value in the same scope gets the same id, so that an unchanged draft stays equal; nothing else can be read from it. */
  readonly idOf: (value: string, scope: string) => string;
};

/** AES-256-GCM under a key derived from `secretsKey` (32 bytes, base64): format byte, nonce, tag, ciphertext. */
export function sealSecrets(secretsKey: string): SecretSeal {
  const master = Buffer.from(secretsKey, 'base64');
  if (master.length !== keyBytes) throw new Error('The secrets key must be 32 bytes in base64.');
  const sealingKey = derive(master, 'seal');
  const namingKey = derive(master, 'name');
  return {
    seal(value, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, sealingKey, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(format), nonce, cipher.getAuthTag(), sealed]);
    },
    open(ciphertext, place) {
      try {
        const nonce = ciphertext.subarray(1, 1 + nonceBytes);
        const tag = ciphertext.subarray(1 + nonceBytes, 1 + nonceBytes + tagBytes);
        const decipher = createDecipheriv(algorithm, sealingKey, nonce, { authTagLength: tagBytes })
          .setAAD(Buffer.from(place))
          .setAuthTag(tag);
        const sealed = ciphertext.subarray(1 + nonceBytes + tagBytes);
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      } catch {
        throw new SealedSecretError();
      }
    },
    idOf: (value, scope) =>
      createHmac('sha256', namingKey).update(`${scope}\n${value}`).digest('base64url').slice(0, 22),
  };
}

export class SealedSecretError extends Error {
  constructor() {
    super(
      'A stored secret does not open. Was SECRETS_KEY changed? Enter the secret again or restore the key.',
    );
    this.name = 'SealedSecretError';
  }
}

const algorithm = 'aes-256-gcm';
const format = 1;
const keyBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `offer-publication/${purpose}`, keyBytes));
}
