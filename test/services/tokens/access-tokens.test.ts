import { SignJWT } from 'jose';
import { createPrivateKey } from 'node:crypto';
import { createPreviewTokens } from '../../../src/services/signing/preview-tokens';
import { createSigner } from '../../../src/services/signing/signer';
import { createAccessTokens } from '../../../src/services/tokens/access-tokens';
import { newSigningKey } from '../../support/signing-key';

const from = new Date('2026-11-20T12:00:00.000Z');
const to = new Date('2026-11-20T13:00:00.000Z');
const during = new Date('2026-11-20T12:30:00.000Z');
const keys = { privateKeyPem: newSigningKey(), retired: {} };
const tokens = createAccessTokens(keys);
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('names the credential it was issued for, from the first second to the last', async () => {
  const token = await tokens.issue('token-1', { from, to });

  expect(await tokens.read(token, from)).toBe('token-1');
  expect(await tokens.read(token, during)).toBe('token-1');
  expect(await tokens.read(token, to)).toBeUndefined();
  expect(await tokens.read(token, new Date(from.getTime() - 60_000))).toBeUndefined();
});

it('is nothing under another key', async () => {
  const others = createAccessTokens({ privateKeyPem: newSigningKey(), retired: {} });

  expect(await tokens.read(await others.issue('token-1', { from, to }), during)).toBeUndefined();
});

it('stays good when the signing key was retired', async () => {
  const token = await tokens.issue('token-1', { from, to });
  const retired = createSigner(keys).publicKeys();
  const successor = createAccessTokens({ privateKeyPem: newSigningKey(), retired });

  expect(await successor.read(token, during)).toBe('token-1');
});

it.each<[string, (good: string) => string]>([
  ['with alg none', (good) => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${good.split('.')[1]}.`],
  ['whose signature was cut off', (good) => good.replace(/\.[^.]*$/, '.')],
  ['that is too long', (good) => good + 'A'.repeat(5000)],
  ['that is none', () => 'x'],
])('refuses a token %s', async (_what, forge) => {
  const good = await tokens.issue('token-1', { from, to });

  expect(await tokens.read(forge(good), during)).toBeUndefined();
});

it('does not take a preview token, which the same key signs', async () => {
  const offer = { publisherId: 'contoso', offerId: 'linux-vm' };
  const preview = await createPreviewTokens(keys).issue({ ...offer, subscriptionId: 'token-1' }, to);

  expect(await tokens.read(preview, during)).toBeUndefined();
});

it('needs an end: a token of ours without one is none', async () => {
  const { keyId } = createSigner(keys);
  const endless = await new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ: 'at+jwt' })
    .setIssuer('offer-publication')
    .setAudience('api')
    .setSubject('token-1')
    .setNotBefore(from)
    .sign(createPrivateKey(keys.privateKeyPem));

  expect(await tokens.read(endless, during)).toBeUndefined();
});
