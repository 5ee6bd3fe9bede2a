import { createHmac } from 'node:crypto';
import { createOutsideTokens, type OutsideIssuer } from '../../../src/services/oidc/outside-tokens';
import type { OutsideTokens } from '../../../src/services/ports';
import { type OidcIssuer, startOidcIssuer } from '../../support/oidc-issuer';

const now = new Date('2026-11-20T12:00:00.000Z');
const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);

let issuer: OidcIssuer;
beforeAll(async () => void (issuer = await startOidcIssuer(now)));
afterEach(() => Object.assign(issuer.answers, { discovery: 'good', keys: 'good' }));
afterAll(() => issuer.close());

const tokens = (change: Partial<OutsideIssuer> = {}): OutsideTokens =>
  createOutsideTokens({
    issuer: issuer.issuer,
    audience: 'offers',
    algorithms: ['RS256'],
    actorClaim: 'sub',
    rules: [{ claim: 'groups', value: 'release', publisherId: 'contoso', role: 'Contributor' }],
    ...change,
  });

const claims = { sub: 'ann', groups: ['staff', 'release'] };
const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it('lets the holder of a good token in as the rule says', async () => {
  const found = await tokens().read(await issuer.sign(claims), now);

  const actor = `ann (${new URL(issuer.issuer).host})`;
  expect(found).toEqual({
    kind: 'known',
    identity: { actor, role: 'Contributor', publisherId: 'contoso' },
  });
});

it.each<[string, (good: string) => Promise<string> | string]>([
  ['of another issuer', () => issuer.sign(claims, { issuer: 'https://elsewhere.example' })],
  ['for another audience', () => issuer.sign(claims, { audience: 'payroll' })],
  ['that has expired', () => issuer.sign(claims, { expiresAt: minutes(-1) })],
  ['that never expires', () => issuer.sign(claims, { expiresAt: null })],
  ['of an unknown key', () => issuer.sign(claims, { keyId: 'nobody’s' })],
  ['without a rule for its holder', () => issuer.sign({ sub: 'eve', groups: ['staff'] })],
  ['that names nobody', () => issuer.sign({ groups: ['release'] })],
  ['with alg none', (good) => `${encoded({ alg: 'none' })}.${good.split('.')[1]}.`],
  [
    'with alg none and its old signature',
    (good) => `${encoded({ alg: 'None' })}${good.slice(good.indexOf('.'))}`,
  ],
  ['whose claims were exchanged', (good) => exchanged(good)],
  ['without a signature', (good) => good.replace(/\.[^.]*$/, '.')],
  ['signed by a shared secret that is the public key', (good) => byPublicKey(good)],
  ['that is longer than any', (good) => good + 'A'.repeat(20_000)],
  ['that is none', () => 'a.b.c'],
])('refuses a token %s', async (_what, forge) => {
  const good = await issuer.sign(claims);

  const found = await tokens().read(await forge(good), now);

  expect(found.kind).toBe('wrong');
});

it.each<[string, RegExp, (claims: Claims) => Promise<string>]>([
  ['the audience', /"aud"/, (given) => issuer.sign(given, { audience: 'payroll' })],
  ['the issuer', /"iss"/, (given) => issuer.sign(given, { issuer: 'https://elsewhere.example' })],
  ['the time', /"exp"/, (given) => issuer.sign(given, { expiresAt: minutes(-1) })],
  ['the rules', /OIDC_RULES/, () => issuer.sign({ sub: 'eve', groups: ['staff'] })],
  ['the claim that names somebody', /"sub"/, () => issuer.sign({ groups: ['release'] })],
  ['the signature', /SIGNATURE/, async (given) => (await issuer.sign(given)).replace(/\.[^.]*$/, '.AAAA')],
  [
    'an extension nobody knows',
    /^ERR_JWS_INVALID$|^ERR_JOSE_NOT_SUPPORTED$/,
    async () => `${encoded({ alg: 'RS256', crit: ['payroll'] })}.e30.AA`,
  ],
])('tells the log that %s is what does not fit, and nothing of the token', async (_what, why, forge) => {
  const token = await forge(claims);

  const found = await tokens().read(token, now);

  expect(found).toEqual({ kind: 'wrong', reason: expect.stringMatching(why) });
  for (const secret of [...token.split('.'), 'payroll', 'elsewhere', 'staff'])
    expect(JSON.stringify(found)).not.toContain(secret);
});

type Claims = typeof claims;

const exchanged = (token: string): string => {
  const [head, , signature] = token.split('.');
  const later = Math.floor(minutes(5).getTime() / 1000);
  return [
    head,
    encoded({ ...claims, iss: issuer.issuer, aud: 'offers', exp: later, sub: 'eve' }),
    signature,
  ].join('.');
};

/** The old attack on libraries that take the algorithm from the token: HMAC with what everybody can read. */
async function byPublicKey(token: string): Promise<string> {
  const keys = await (await fetch(`${issuer.issuer}/keys`)).text();
  const signed = `${encoded({ alg: 'HS256', kid: 'first' })}.${token.split('.')[1]}`;
  return `${signed}.${createHmac('sha256', keys).update(signed).digest('base64url')}`;
}

it('takes the algorithms of its list only, although the signature is good', async () => {
  const good = await issuer.sign(claims);

  expect((await tokens({ algorithms: ['PS256', 'ES256', 'EdDSA'] }).read(good, now)).kind).toBe('wrong');
  expect((await tokens({ algorithms: ['ES256', 'RS256'] }).read(good, now)).kind).toBe('known');
});

it('asks for the keys once, and again for a new one, but not for every key that somebody makes up', async () => {
  const rotating = await startOidcIssuer(now);
  const outside = tokens({ issuer: rotating.issuer });
  const clock = jest.spyOn(Date, 'now').mockReturnValue(now.getTime());
  const asked = async (token: string): Promise<[kind: string, keyRequests: number]> => [
    (await outside.read(token, now)).kind,
    rotating.keyRequests(),
  ];
  const old = await rotating.sign(claims);

  const seen = [await asked(old), await asked(old)];
  for (const keyId of ['x', 'y', 'z']) seen.push(await asked(await rotating.sign(claims, { keyId })));
  await rotating.rotate();
  clock.mockReturnValue(now.getTime() + 10_001);
  seen.push(await asked(await rotating.sign(claims)), await asked(old));
  clock.mockRestore();
  await rotating.close();

  expect(seen).toEqual([
    ['known', 1],
    ['known', 1],
    ['wrong', 1],
    ['wrong', 1],
    ['wrong', 1],
    ['known', 2],
    ['wrong', 2],
  ]);
});

it('forgives clocks that differ by half a minute, not more', async () => {
  const early = await issuer.sign(claims, { expiresAt: new Date(now.getTime() - 20_000) });
  const late = await issuer.sign(claims, { expiresAt: new Date(now.getTime() - 40_000) });

  const found = [await tokens().read(early, now), await tokens().read(late, now)];

  expect(found.map(({ kind }) => kind)).toEqual(['known', 'wrong']);
});

it.each<[string, (answers: OidcIssuer['answers']) => void]>([
  ['its discovery document fails', (answers) => (answers.discovery = 'error')],
  ['it calls itself by another name', (answers) => (answers.discovery = 'otherIssuer')],
  ['its keys fail', (answers) => (answers.keys = 'error')],
])('does not call a token wrong while %s, and goes on afterwards', async (_what, breakIt) => {
  const outside = tokens();
  const token = await issuer.sign(claims);
  breakIt(issuer.answers);

  const during = await outside.read(token, now);
  Object.assign(issuer.answers, { discovery: 'good', keys: 'good' });
  const afterwards = await outside.read(token, now);

  expect(during).toMatchObject({ kind: 'unsure', reason: expect.any(String) });
  expect(afterwards.kind).toBe('known');
});

it('does not call a token wrong when the issuer is away', async () => {
  const away = await startOidcIssuer(now);
  const token = await away.sign(claims);
  const outside = tokens({ issuer: away.issuer });
  await away.close();

  expect((await outside.read(token, now)).kind).toBe('unsure');
});
