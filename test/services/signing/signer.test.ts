import { generateKeyPairSync } from 'node:crypto';
import { createSigner } from '../../../src/services/signing/signer';

const content = Buffer.from('{"schema":"offer-manifest/1"}');

describe('signer', () => {
  it('verifies what it signed and nothing else', () => {
    const signer = createSigner({ privateKeyPem: newKey().privatePem, retired: {} });

    const signature = signer.sign(content);

    expect(signer.verify(content, signature)).toBe(true);
    expect(signer.verify(Buffer.from('{"schema":"offer-manifest/2"}'), signature)).toBe(false);
    expect(signature.keyId).toBe(signer.keyId);
  });

  it.each([
    ['another key id', { keyId: '0123456789abcdef' }],
    ['an empty signature', { value: '' }],
    ['a signature that is no base64', { value: '%'.repeat(88) }],
    ['a signature of another length', { value: Buffer.alloc(63).toString('base64') }],
    ['a signature of zeros', { value: Buffer.alloc(64).toString('base64') }],
  ])('refuses %s', (_name, change) => {
    const signer = createSigner({ privateKeyPem: newKey().privatePem, retired: {} });

    const signature = { ...signer.sign(content), ...change };

    expect(signer.verify(content, signature)).toBe(false);
  });

  it('accepts and serves a retired key, but signs with the current one', () => {
    const old = newKey();
    const oldSigner = createSigner({ privateKeyPem: old.privatePem, retired: {} });
    const signer = createSigner({
      privateKeyPem: newKey().privatePem,
      retired: { [oldSigner.keyId]: old.publicPem },
    });

    const oldSignature = oldSigner.sign(content);

    expect(signer.verify(content, oldSignature)).toBe(true);
    expect(signer.sign(content).keyId).not.toBe(oldSigner.keyId);
    expect(Object.keys(signer.publicKeys()).sort()).toEqual([oldSigner.keyId, signer.keyId].sort());
    expect(signer.publicKeys()[oldSigner.keyId]).toBe(old.publicPem);
  });

  it('names the setting at fault without repeating its content', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    const rsaPem = rsa.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { privatePem, publicPem } = newKey();

    expect(() => createSigner({ privateKeyPem: rsaPem, retired: {} })).toThrow(
      /^SIGNING_KEY is not an Ed25519 key in PEM\.$/,
    );
    expect(() => createSigner({ privateKeyPem: 'canary-4711', retired: {} })).toThrow(
      /^SIGNING_KEY is not an Ed25519 key in PEM\.$/,
    );
    expect(() => createSigner({ privateKeyPem: privatePem, retired: { abc: publicPem } })).toThrow(
      /^RETIRED_SIGNING_KEYS abc is not the key with this id\.$/,
    );
  });
});

function newKey(): { readonly privatePem: string; readonly publicPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return {
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
