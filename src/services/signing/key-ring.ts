import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';

export type SigningKeys = {
  readonly privateKeyPem: string;
  /** Key id -> public key (PEM) of keys that signed before; their signatures stay valid. */
  readonly retired: Readonly<Record<string, string>>;
};

/** Keys read once, at start. */
export type KeyRing = {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  /** Every key that may verify, the current one too. */
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
};

/** Throws, naming the setting but never its value, when a key is not an Ed25519 key or not the one its id says. */
export function readKeyRing({ privateKeyPem, retired }: SigningKeys): KeyRing {
  const privateKey = ed25519('SIGNING_KEY', () => createPrivateKey(privateKeyPem));
  const publicKey = createPublicKey(privateKey);
  const keyId = keyIdOf(publicKey);
  const old = Object.entries(retired).map(([id, pem]): readonly [string, KeyObject] => {
    const key = ed25519(`RETIRED_SIGNING_KEYS ${id}`, () => createPublicKey(pem));
    if (keyIdOf(key) !== id) throw new Error(`RETIRED_SIGNING_KEYS ${id} is not the key with this id.`);
    return [id, key];
  });
  return { keyId, privateKey, publicKeys: new Map([...old, [keyId, publicKey]]) };
}

/** 64 bits of the public key's hash: short enough to be read out, long enough to tell keys apart. */
function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex').slice(0, 16);
}

function ed25519(name: string, read: () => KeyObject): KeyObject {
  const key = readable(read);
  if (key?.asymmetricKeyType === 'ed25519') return key;
  throw new Error(`${name} is not an Ed25519 key in PEM.`);
}

/** The parser's own error may quote the key. */
function readable(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
