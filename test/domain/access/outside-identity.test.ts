import { outsideIdentity, type OutsideRule } from '../../../src/domain/access/outside-identity';

const issuer = 'https://login.example.com/tenant-1';
const release: OutsideRule = {
  claim: 'groups',
  value: 'release',
  publisherId: 'contoso',
  role: 'Contributor',
};
const byClaim: OutsideRule = { claim: 'kind', value: 'publisher', publisherClaim: 'tenant', role: 'Owner' };
const desk: OutsideRule = { claim: 'groups', value: 'desk', publisherId: null, role: 'Reviewer' };
const rules = [release, byClaim, desk];

const identity = (claims: Record<string, unknown>, actorClaim = 'sub') =>
  outsideIdentity(claims, { issuer, actorClaim, rules });

it.each<[string, Record<string, unknown>, object]>([
  ['a claim that is the value', { groups: 'release' }, { role: 'Contributor', publisherId: 'contoso' }],
  ['a list that holds the value', { groups: ['a', 'desk'] }, { role: 'Reviewer', publisherId: null }],
  [
    'a publisher in a claim',
    { kind: 'publisher', tenant: 'fabrikam' },
    { role: 'Owner', publisherId: 'fabrikam' },
  ],
  [
    'two rules: the first counts',
    { groups: ['desk', 'release'] },
    { role: 'Contributor', publisherId: 'contoso' },
  ],
])('lets in by %s', (_what, claims, grant) => {
  expect(identity({ sub: 'ann', ...claims })).toEqual({ actor: 'ann (login.example.com)', ...grant });
});

it.each<[string, Record<string, unknown>]>([
  ['no claim', {}],
  ['part of the value', { groups: 'releases' }],
  ['a text that holds the value', { groups: 'a release' }],
  ['a number', { groups: 1 }],
  ['a publisher that is no id', { kind: 'publisher', tenant: '../contoso' }],
  ['a publisher that is a list', { kind: 'publisher', tenant: ['contoso'] }],
  ['no publisher', { kind: 'publisher' }],
  ['what every object has', { __proto__: { groups: 'release' } }],
])('lets nobody in by %s', (_what, claims) => {
  expect(identity({ sub: 'ann', ...claims })).toBeUndefined();
});

it.each([undefined, '', 'ann lee', 'ann\nlee', 'a'.repeat(101), 7, ['ann'], 'ann\u200b'])(
  'needs a name to write into history: not %j',
  (sub) => {
    expect(identity({ sub, groups: 'release' })).toBeUndefined();
  },
);

it('cannot be taken for the holder of one of our own tokens', () => {
  expect(identity({ sub: 'ci@contoso', groups: 'release' })?.actor).toBe('ci@contoso (login.example.com)');
});

it('does not believe an address that nobody checked', () => {
  const claims = { email: 'ann@contoso.com', groups: 'release' };

  expect(identity({ ...claims, email_verified: false }, 'email')).toBeUndefined();
  expect(identity({ ...claims, email_verified: true }, 'email')?.actor).toBe(
    'ann@contoso.com (login.example.com)',
  );
});
