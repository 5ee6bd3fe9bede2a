import { grantable, runsInstallation } from '../../../src/domain/access/grant';
import { type Identity, may } from '../../../src/domain/access/identity';
import { type Permission, type Role, roles } from '../../../src/domain/access/role';
import { sessionState } from '../../../src/domain/access/session';
import { identityOfToken, isUsable, tokenNamePattern } from '../../../src/domain/access/token';

const somebody = (role: Role, publisherId: string | null = 'contoso'): Identity => ({
  actor: 'x',
  role,
  publisherId,
});

describe('who may do what', () => {
  it.each<[Role, Permission[]]>([
    ['Owner', ['read', 'edit', 'publish', 'manage']],
    ['Contributor', ['read', 'edit', 'publish']],
    ['Reviewer', ['read', 'review']],
    ['Operator', ['read', 'edit', 'publish', 'manage', 'review', 'operate']],
  ])('%s: %j, at their own publisher and nowhere else', (role, allowed) => {
    const all: Permission[] = ['read', 'edit', 'publish', 'manage', 'review', 'operate'];

    expect(all.filter((permission) => may(somebody(role), permission, 'contoso'))).toEqual(allowed);
    expect(all.filter((permission) => may(somebody(role, null), permission, 'fabrikam'))).toEqual(allowed);
    expect(all.filter((permission) => may(somebody(role), permission, 'fabrikam'))).toEqual([]);
    expect(all.filter((permission) => may(somebody(role), permission, ''))).toEqual([]);
  });

  it('an operator of the whole installation makes publishers, one of a publisher does not', () => {
    const all = roles.flatMap((role) => [somebody(role), somebody(role, null)]);

    expect(all.filter(runsInstallation)).toEqual([somebody('Operator', null)]);
  });
});

describe('nobody grants more than they have', () => {
  it.each<[granter: Identity, atOwn: Role[], everywhere: Role[]]>([
    [somebody('Owner'), ['Owner', 'Contributor'], []],
    [somebody('Contributor'), [], []],
    [somebody('Reviewer'), [], []],
    [somebody('Operator'), [...roles], []],
    [somebody('Owner', null), ['Owner', 'Contributor'], []],
    [somebody('Operator', null), [...roles], [...roles]],
  ])('%j', (granter, atOwn, everywhere) => {
    const may = (publisherId: string | null): readonly Role[] => grantable(granter, publisherId);

    expect(may('contoso')).toEqual(atOwn);
    expect(may('fabrikam')).toEqual(granter.publisherId === null ? atOwn : []);
    expect(may(null)).toEqual(everywhere);
  });
});

describe('a token', () => {
  const now = new Date('2026-11-20T12:00:00.000Z');

  it.each<[expiresAt: string | null, revokedAt: string | null, boolean]>([
    [null, null, true],
    ['2026-11-20T12:00:00.001Z', null, true],
    ['2026-11-20T12:00:00.000Z', null, false],
    ['2026-11-20T11:59:59.999Z', null, false],
    [null, '2026-11-20T11:00:00.000Z', false],
    ['2027-11-20T12:00:00.000Z', '2026-11-20T11:00:00.000Z', false],
  ])('that expires %s and was revoked %s is good: %s', (expiresAt, revokedAt, isGood) => {
    expect(isUsable({ expiresAt, revokedAt }, now)).toBe(isGood);
  });

  it('calls its holder by name and publisher', () => {
    const ci = { name: 'ci', role: 'Contributor', publisherId: 'contoso' } as const;

    expect(identityOfToken(ci)).toEqual({ actor: 'ci@contoso', role: 'Contributor', publisherId: 'contoso' });
    expect(identityOfToken({ ...ci, publisherId: null }).actor).toBe('ci@*');
  });

  it.each(['CI', 'ci@contoso', '', '-ci', 'c i', 'ci\n', 'é', 'a'.repeat(51), '*'])(
    'cannot be called %j',
    (name) => {
      expect(tokenNamePattern.test(name)).toBe(false);
    },
  );
});

describe('a session', () => {
  const now = new Date('2026-11-20T12:00:00.000Z');
  const ago = (minutes: number): string => new Date(now.getTime() - minutes * 60_000).toISOString();
  const day = 24 * 60;

  it.each<[startedAt: number, issuedAt: number, replacedAt: number | null, ReturnType<typeof sessionState>]>([
    [0, 0, null, 'good'],
    [14, 14, null, 'good'],
    [15, 15, null, 'renew'],
    [day - 1, day - 1, null, 'renew'],
    [day, day, null, 'over'],
    [3 * day, 5, null, 'good'],
    [7 * day - 1, 5, null, 'good'],
    [7 * day, 5, null, 'over'],
    [60, 16, 1, 'renew'],
    [60, 16, 2, 'over'],
  ])('begun %d, issued %d and replaced %s minutes ago is: %s', (started, issued, replaced, state) => {
    const replacedAt = replaced === null ? null : ago(replaced);

    expect(sessionState({ startedAt: ago(started), issuedAt: ago(issued), replacedAt }, now)).toBe(state);
  });
});
