import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { createPreviewTokens } from '../../../src/services/signing/preview-tokens';
import { createSigner } from '../../../src/services/signing/signer';

const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
const subscriptionId = '11111111-2222-3333-4444-555555555555';
const now = new Date('2026-03-01T12:00:00Z');
const expires = new Date('2026-03-08T12:00:00Z');
const privateKeyPem = newKeyPem();
const tokens = createPreviewTokens({ privateKeyPem, retired: {} });
const { keyId } = createSigner({ privateKeyPem, retired: {} });

describe('preview tokens', () => {
  it('let exactly one subscription see exactly one offer', async () => {
    const token = await tokens.issue({ ...offer, subscriptionId }, expires);

    expect(await tokens.read(token, offer, now)).toEqual({ ...offer, subscriptionId });
    expect(await tokens.read(token, { ...offer, offerId: 'windows-vm' }, now)).toBeUndefined();
    expect(await tokens.read(token, { ...offer, publisherId: 'fabrikam' }, now)).toBeUndefined();
  });

  it('end when they say', async () => {
    const token = await tokens.issue({ ...offer, subscriptionId }, expires);

    expect(await tokens.read(token, offer, new Date(expires.getTime() - 1000))).toBeDefined();
    expect(await tokens.read(token, offer, expires)).toBeUndefined();
  });

  it('of a retired key are still good, of a stranger never', async () => {
    const oldPem = newKeyPem();
    const oldId = createSigner({ privateKeyPem: oldPem, retired: {} }).keyId;
    const oldPublic = createPublicKey(createPrivateKey(oldPem)).export({ type: 'spki', format: 'pem' });
    const renewed = createPreviewTokens({ privateKeyPem, retired: { [oldId]: oldPublic.toString() } });
    const oldTokens = createPreviewTokens({ privateKeyPem: oldPem, retired: {} });

    const token = await oldTokens.issue({ ...offer, subscriptionId }, expires);

    expect(await renewed.read(token, offer, now)).toEqual({ ...offer, subscriptionId });
    expect(await tokens.read(token, offer, now)).toBeUndefined();
  });

  it.each([
    ['empty', ''],
    ['not a token', 'a.b.c'],
    ['longer than any of ours', 'a'.repeat(5000)],
    ['only a subscription id', subscriptionId],
  ])('that are %s open nothing', async (_name, token) => {
    expect(await tokens.read(token, offer, now)).toBeUndefined();
  });

  it.each([
    ['another issuer', { issuer: 'somebody' }],
    ['no subject', { subject: undefined }],
    ['an empty subject', { subject: '' }],
    ['no expiry', { expires: undefined }],
    ['another type', { typ: 'JWT' }],
    ['another key id', { kid: 'ffffffffffffffff' }],
    ['no key id', { kid: undefined }],
  ])('with %s open nothing, although our key signed them', async (_name, change) => {
    expect(await tokens.read(await forged({}), offer, now)).toEqual({ ...offer, subscriptionId });
    expect(await tokens.read(await forged(change), offer, now)).toBeUndefined();
  });

  it('without a signature, or signed with the public key as a shared secret, open nothing', async () => {
    const { publisherId, offerId } = offer;
    const claims = {
      iss: 'offer-publication',
      aud: `preview/${publisherId}/${offerId}`,
      sub: subscriptionId,
    };
    const unsigned = new UnsecuredJWT(claims).setExpirationTime(expires).encode();
    const publicPem = createSigner({ privateKeyPem, retired: {} }).publicKeys()[keyId]!;
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: keyId, typ: 'preview+jwt' })
      .setExpirationTime(expires)
      .sign(Buffer.from(publicPem));

    expect(await tokens.read(unsigned, offer, now)).toBeUndefined();
    expect(await tokens.read(symmetric, offer, now)).toBeUndefined();
  });

  it('with one changed character open nothing', async () => {
    const token = await tokens.issue({ ...offer, subscriptionId }, expires);
    const [header, payload = '', signature] = token.split('.');
    const other = Buffer.from(payload, 'base64url').toString().replace('11111111', '21111111');
    const changed = [header, Buffer.from(other).toString('base64url'), signature].join('.');

    expect(await tokens.read(changed, offer, now)).toBeUndefined();
  });
});

type Forgery = {
  readonly issuer?: string;
  readonly subject?: string | undefined;
  readonly expires?: Date | undefined;
  readonly typ?: string;
  readonly kid?: string | undefined;
};

/** A token made with our own key, in everything like ours but for the change. */
async function forged(change: Forgery): Promise<string> {
  const all = {
    issuer: 'offer-publication',
    subject: subscriptionId,
    expires,
    typ: 'preview+jwt',
    kid: keyId,
    ...change,
  };
  const token = new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', typ: all.typ, ...(all.kid === undefined ? {} : { kid: all.kid }) })
    .setIssuer(all.issuer)
    .setAudience('preview/contoso/linux-vm');
  if (all.subject !== undefined) token.setSubject(all.subject);
  if (all.expires !== undefined) token.setExpirationTime(all.expires);
  return token.sign(createPrivateKey(privateKeyPem));
}

function newKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
