import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

export type SecretSeal = {
  /** Ciphertext that only opens at the same place. */
  readonly seal: (value: string, place: string) => Buffer;
  readonly open: (ciphertext: Buffer, place: string) => string;
  /** The same value in the same scope gets the same id, so that an unchanged draft stays equal; nothing else can be read from it. */
  readonly idOf: (value: string, scope: string) => string;
};

/** 32 bytes each, base64. The first seals and opens, the others only open: they come or go while a key is changed. */
export type SecretsKeys = {
  readonly secretsKey: string;
  readonly otherSecretsKeys?: readonly string[] | undefined;
};

export type SealRing = Pick<SecretSeal, 'seal' | 'open'> & {
  /** How everything begins that is sealed under the first key while there are others. */
  readonly mark: Buffer;
};

/**
 * AES-256-GCM under keys derived from the given ones. While there is one key: format byte 1, nonce, tag, ciphertext, as
 * releases before there were several read it. With others: format byte 2, the key's id, then the same.
 */
export function sealSecrets({ secretsKey, otherSecretsKeys = [] }: SecretsKeys): SealRing {
  const first = keyOf(secretsKey);
  const keys = [first, ...otherSecretsKeys.map(keyOf)];
  const mark = Buffer.concat([Buffer.of(formatWithId), first.id]);
  const start = keys.length > 1 ? mark : Buffer.of(formatAlone);
  return {
    mark,
    seal(value, place) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, first.sealing, nonce).setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
      return Buffer.concat([start, nonce, cipher.getAuthTag(), sealed]);
    },
    open(ciphertext, place) {
      const hasId = ciphertext[0] === formatWithId;
      const body = ciphertext.subarray(hasId ? markBytes : 1);
      const id = ciphertext.subarray(1, markBytes);
      for (const key of hasId ? keys.filter((each) => each.id.equals(id)) : keys) {
        const value = tryOpen(key, body, place);
        if (value !== undefined) return value;
      }
      throw new SealedSecretError();
    },
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
const formatAlone = 1;
const formatWithId = 2;
const keyBytes = 32;
const idBytes = 4;
const markBytes = 1 + idBytes;
const nonceBytes = 12;
const tagBytes = 16;

type Key = { readonly id: Buffer; readonly sealing: Buffer };

function keyOf(text: string): Key {
  const master = masterOf(text);
  return { id: derive(master, 'id').subarray(0, idBytes), sealing: derive(master, 'seal') };
}

export function masterOf(secretsKey: string): Buffer {
  const master = Buffer.from(secretsKey, 'base64');
  if (master.length !== keyBytes) throw new Error('The secrets key must be 32 bytes in base64.');
  return master;
}

/** One key for each purpose: what one of them gives away helps with no other. */
export function derive(master: Buffer, purpose: 'id' | 'seal' | 'name'): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', `offer-publication/${purpose}`, keyBytes));
}

function tryOpen({ sealing }: Key, body: Buffer, place: string): string | undefined {
  try {
    const decipher = createDecipheriv(algorithm, sealing, body.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(place))
      .setAuthTag(body.subarray(nonceBytes, nonceBytes + tagBytes));
    const sealed = body.subarray(nonceBytes + tagBytes);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}
