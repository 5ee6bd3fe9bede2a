import { apiToken, now, testApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

describe('a token that is not good', () => {
  it('is refused as an unknown one is: revoked, expired, cut off, of nobody, or none at all', async () => {
    const test = testApp();
    const revoked = await tokenFor(test, 'Owner', { name: 'revoked' });
    await test.catalogue.tokens.revoke({ tokenId: revoked.tokenId, publisherId: 'contoso' }, 'test');
    const expired = await tokenFor(test, 'Owner', { name: 'old', expiresAt: '2026-11-20T12:00:00.000Z' });
    const good = await tokenFor(test, 'Owner');
    const secrets = [revoked.secret, expired.secret, good.secret.slice(0, -1), `${apiToken}x`, 'x', 'a.b.c'];

    const answers = await Promise.all(
      secrets.map(async (secret) => {
        const answer = await test.app.request('/api/me', { headers: bearing({ secret }) });
        return {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          text: await answer.text(),
        };
      }),
    );

    expect(answers[0]).toMatchObject({ status: 401 });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await test.app.request('/api/me', { headers: bearing(good) })).status).toBe(200);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'bearer\ta', 'Token x', `Bearer ${apiToken} ${apiToken}`])(
    'is not found in a header like %j',
    async (authorization) => {
      const { app } = testApp();

      const answer = await app.request('/api/me', { headers: { Authorization: authorization } });

      expect(answer.status).toBe(401);
    },
  );

  it('is not called wrong while the database is away', async () => {
    const test = testApp();
    const { secret } = await tokenFor(test, 'Owner');
    test.catalogue.tokens.away = 'connection refused';

    const answer = await test.app.request('/api/me', { headers: bearing({ secret }) });

    expect(answer.status).toBe(503);
    expect(answer.headers.get('Retry-After')).toBe('5');
    expect(await answer.text()).not.toContain('connection refused');
  });
});

it('keeps nobody out because the use of a token could not be noted', async () => {
  const test = testApp();
  const { secret, tokenId } = await tokenFor(test, 'Owner');
  test.catalogue.tokens.touch = () => Promise.reject(new Error('read-only'));

  const answer = await test.app.request('/api/me', { headers: bearing({ secret }) });

  expect(answer.status).toBe(200);
  expect(test.logged).toContainEqual({ err: expect.any(Error), tokenId });
});

it('notes the use of a token once a minute, not at every request', async () => {
  let time = now;
  const test = testApp({ clock: () => time });
  const { secret, tokenId } = await tokenFor(test, 'Owner');
  const noted: string[] = [];
  const { touch } = test.catalogue.tokens;
  test.catalogue.tokens.touch = async (id) => {
    noted.push(id);
    await touch(id);
  };

  for (const seconds of [0, 1, 59, 60, 61]) {
    time = new Date(now.getTime() + seconds * 1000);
    await test.app.request('/api/me', { headers: bearing({ secret }) });
  }

  expect(noted).toEqual([tokenId, tokenId]);
});
