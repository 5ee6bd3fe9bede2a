import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { NewToken, TokenRecord } from '../../../../src/services/ports';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { query } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
  for (const publisherId of ['contoso', 'fabrikam']) {
    await fresh.catalogue.publishers.create({ publisherId }, 'ann');
  }
});
afterEach(() => fresh.drop());

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const wanted = (change: Partial<NewToken> = {}): NewToken => ({
  publisherId: 'contoso',
  name: 'ci',
  role: 'Contributor',
  digest: randomBytes(32),
  expiresAt: null,
  ...change,
});

async function made(change: Partial<NewToken> = {}): Promise<TokenRecord> {
  const answer = await fresh.catalogue.tokens.create(wanted(change), 'ann');
  if (answer.kind !== 'created') throw new Error(answer.kind);
  return answer.token;
}

describe('a token', () => {
  it('is found by the digest of its secret, which is all that is kept of it', async () => {
    const { tokens } = fresh.catalogue;
    const token = await made({ digest: digestOf('secret'), expiresAt: '2031-01-01T00:00:00.000Z' });

    expect(token).toMatchObject({
      publisherId: 'contoso',
      name: 'ci',
      role: 'Contributor',
      createdBy: 'ann',
      expiresAt: '2031-01-01T00:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(await tokens.findByDigest(digestOf('secret'))).toEqual(token);
    expect(await tokens.find(token.tokenId)).toEqual(token);
    expect(await tokens.findByDigest(digestOf('another'))).toBeUndefined();
    expect(await tokens.find(randomUUID())).toBeUndefined();
  });

  it.each([`no-uuid`, `' or 1=1`, ''])('of the id %j is nobody’s, and no error', async (tokenId) => {
    const { tokens } = fresh.catalogue;

    expect(await tokens.find(tokenId)).toBeUndefined();
    expect(await tokens.revoke({ tokenId, publisherId: 'contoso' }, 'ann')).toBe(false);
  });

  it('has a name of its own among its publisher’s valid ones, also when two are made at once', async () => {
    const { tokens } = fresh.catalogue;

    const both = await Promise.all([tokens.create(wanted(), 'ann'), tokens.create(wanted(), 'bob')]);

    expect(both.map(({ kind }) => kind).toSorted()).toEqual(['created', 'nameTaken']);
    expect((await tokens.create(wanted({ publisherId: 'fabrikam' }), 'ann')).kind).toBe('created');
    expect((await tokens.create(wanted({ publisherId: null }), 'ann')).kind).toBe('created');
    expect((await tokens.create(wanted({ publisherId: null }), 'ann')).kind).toBe('nameTaken');
  });

  it('gives its name free when it is revoked', async () => {
    const { tokens } = fresh.catalogue;
    const token = await made();

    await tokens.revoke(token, 'bob');

    expect((await tokens.create(wanted(), 'ann')).kind).toBe('created');
    expect((await tokens.find(token.tokenId))?.revokedAt).not.toBeNull();
  });

  it('is not made for an unknown publisher', async () => {
    const answer = await fresh.catalogue.tokens.create(wanted({ publisherId: 'nobody' }), 'ann');

    expect(answer).toEqual({ kind: 'noPublisher' });
  });

  it('is revoked by its own publisher only, once, however often it is asked', async () => {
    const { tokens } = fresh.catalogue;
    const token = await made();
    const { tokenId } = token;

    expect(await tokens.revoke({ tokenId, publisherId: 'fabrikam' }, 'eve')).toBe(false);
    expect(await tokens.revoke({ tokenId, publisherId: null }, 'eve')).toBe(false);
    expect(await Promise.all([tokens.revoke(token, 'bob'), tokens.revoke(token, 'bob')])).toEqual([
      true,
      true,
    ]);

    const log = await query(
      fresh.databaseUrl,
      `select kind, actor, publisher_id, offer_id, payload from event
      where kind like 'token%' order by id`,
    );
    const payload = { tokenId, name: 'ci', role: 'Contributor', expiresAt: null };
    const event = { publisher_id: 'contoso', offer_id: '', payload };
    expect(log).toEqual([
      { kind: 'tokenCreated', actor: 'ann', ...event },
      { kind: 'tokenRevoked', actor: 'bob', ...event },
    ]);
  });

  it('says when it was last used, to the minute', async () => {
    const { tokens } = fresh.catalogue;
    const { tokenId } = await made();

    await tokens.touch(tokenId);
    const first = (await tokens.find(tokenId))?.lastUsedAt;
    await tokens.touch(tokenId);
    const second = (await tokens.find(tokenId))?.lastUsedAt;
    await query(fresh.databaseUrl, `update api_token set last_used_at = now() - interval '61 seconds'`);
    await tokens.touch(tokenId);
    const third = (await tokens.find(tokenId))?.lastUsedAt;

    expect(first).toMatch(/^20/);
    expect(second).toBe(first);
    expect(Date.parse(String(third))).toBeGreaterThanOrEqual(Date.parse(String(first)));
  });
});

it('lists the valid tokens of one publisher, or of the installation, by name', async () => {
  const { tokens } = fresh.catalogue;
  for (const name of ['b', 'a', 'gone']) await made({ name });
  await made({ name: 'theirs', publisherId: 'fabrikam' });
  await made({ name: 'all', publisherId: null, role: 'Operator' });
  const gone = (await tokens.list('contoso')).find(({ name }) => name === 'gone');
  if (gone !== undefined) await tokens.revoke(gone, 'ann');

  expect((await tokens.list('contoso')).map(({ name }) => name)).toEqual(['a', 'b']);
  expect((await tokens.list(null)).map(({ name }) => name)).toEqual(['all']);
});
