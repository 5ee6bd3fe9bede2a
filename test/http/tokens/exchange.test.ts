import { createRateLimits } from '../../../src/http/requests/rate-limits';
import { apiToken, now, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const v1 = '/contoso.onmicrosoft.com/oauth2/token';
const v2 = '/any-tenant/oauth2/v2.0/token';

const exchange = (
  { app }: TestApp,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  );

const credentials = (id: string, secret: string): Record<string, string> => ({
  grant_type: 'client_credentials',
  client_id: id,
  client_secret: secret,
});

type Answer = { readonly access_token: string; readonly expires_in: unknown };

describe('the token endpoint', () => {
  it('answers as Azure AD’s first version did: every number is a text', async () => {
    const test = testApp();
    const { tokenId, secret } = await tokenFor(test, 'Owner');
    const resource = 'https://cloudpartner.azure.com';

    const answer = await exchange(test, v1, { ...credentials(tokenId, secret), resource });

    const begin = now.getTime() / 1000;
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      token_type: 'Bearer',
      expires_in: '3600',
      ext_expires_in: '3600',
      expires_on: String(begin + 3600),
      not_before: String(begin),
      resource,
      access_token: expect.any(String),
    });
  });

  it('answers as the second version at its address', async () => {
    const test = testApp();
    const { tokenId, secret } = await tokenFor(test, 'Owner');

    const answer = await exchange(test, v2, { ...credentials(tokenId, secret), scope: 'x/.default' });

    expect(await answer.json()).toEqual({
      token_type: 'Bearer',
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: expect.any(String),
    });
  });

  it.each(['tokenId', 'name', 'actor'] as const)('knows a client by its %s', async (known) => {
    const test = testApp();
    const token = { ...(await tokenFor(test, 'Owner')), name: 'owner' };

    const answer = await exchange(test, v1, credentials(token[known], token.secret));

    expect(answer.status).toBe(200);
  });

  it('takes the credentials as HTTP Basic, too', async () => {
    const test = testApp();
    const { tokenId, secret } = await tokenFor(test, 'Owner');
    const basic = Buffer.from(`${tokenId}:${secret}`).toString('base64');

    const answer = await exchange(
      test,
      v1,
      { grant_type: 'client_credentials' },
      { Authorization: `Basic ${basic}` },
    );

    expect(answer.status).toBe(200);
  });

  it.each<[string, Record<string, string>, number, string]>([
    [
      'another grant',
      { grant_type: 'password', client_id: 'x', client_secret: 'x' },
      400,
      'unsupported_grant_type',
    ],
    ['no grant', { client_id: 'x', client_secret: 'x' }, 400, 'invalid_request'],
    ['no secret', { grant_type: 'client_credentials', client_id: 'x' }, 400, 'invalid_request'],
    ['an empty id', credentials('', 'x'), 400, 'invalid_request'],
    ['an unknown secret', credentials('owner', 'x'), 401, 'invalid_client'],
  ])('tells %s in OAuth’s words', async (_what, fields, status, error) => {
    const test = testApp();

    const answer = await exchange(test, v1, fields);

    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error, error_description: expect.any(String) });
    expect(answer.headers.has('WWW-Authenticate')).toBe(status === 401);
  });

  it('says the same of a wrong client, a revoked and an expired token', async () => {
    const test = testApp();
    const good = await tokenFor(test, 'Owner');
    const other = await tokenFor(test, 'Owner', { name: 'other' });
    const expired = await tokenFor(test, 'Owner', { name: 'old', expiresAt: '2026-11-20T11:00:00.000Z' });
    const revoked = await tokenFor(test, 'Owner', { name: 'gone' });
    await test.catalogue.tokens.revoke({ tokenId: revoked.tokenId, publisherId: 'contoso' }, 'test');

    const answers = await Promise.all(
      [
        credentials(other.tokenId, good.secret),
        credentials(expired.tokenId, expired.secret),
        credentials(revoked.tokenId, revoked.secret),
        credentials(good.tokenId, `${good.secret}x`),
      ].map(async (fields) => {
        const answer = await exchange(test, v1, fields);
        return [answer.status, await answer.text()];
      }),
    );

    expect(answers[0]?.[0]).toBe(401);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  });

  it('does not mistake a body that is no form', async () => {
    const { app } = testApp();

    const answer = await app.request(v1, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"grant_type":"client_credentials"}',
    });

    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('speaks of a fault of ours in OAuth’s form, too', async () => {
    const test = testApp();
    const { tokenId, secret } = await tokenFor(test, 'Owner');
    test.catalogue.tokens.away = 'connection refused';

    const answer = await exchange(test, v1, credentials(tokenId, secret));

    expect(answer.status).toBe(500);
    expect(await answer.json()).toEqual({ error: 'server_error', error_description: expect.any(String) });
  });

  it('counts attempts that fail, not those that succeed', async () => {
    const test = testApp({ limits: createRateLimits({ requests: 100, failures: 3 }) });
    const { tokenId, secret } = await tokenFor(test, 'Owner');
    const statuses: number[] = [];

    for (let count = 0; count < 5; count++) {
      statuses.push((await exchange(test, v1, credentials(tokenId, secret))).status);
    }
    for (let count = 0; count < 4; count++) {
      statuses.push((await exchange(test, v1, credentials(tokenId, 'guess'))).status);
    }
    const last = await exchange(test, v1, credentials(tokenId, secret));

    expect(statuses).toEqual([200, 200, 200, 200, 200, 401, 401, 401, 429]);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ error: 'temporarily_unavailable' });
  });
});

describe('a short-lived token', () => {
  async function issued(
    test: TestApp,
    { tokenId, secret }: { tokenId: string; secret: string },
  ): Promise<string> {
    const answer = await exchange(test, v1, credentials(tokenId, secret));
    return ((await answer.json()) as Answer).access_token;
  }

  it('lets in as the token it was made with', async () => {
    const test = testApp();
    const secret = await issued(test, await tokenFor(test, 'Contributor', { name: 'ci' }));

    const me = await test.app.request('/api/me', { headers: bearing({ secret }) });

    expect(await me.json()).toEqual({ actor: 'ci@contoso', role: 'Contributor', publisherId: 'contoso' });
  });

  it('ends at once with the token it was made with', async () => {
    const test = testApp();
    const token = await tokenFor(test, 'Owner');
    const secret = await issued(test, token);

    await test.catalogue.tokens.revoke({ tokenId: token.tokenId, publisherId: 'contoso' }, 'test');

    expect((await test.app.request('/api/me', { headers: bearing({ secret }) })).status).toBe(401);
  });

  it('ends after an hour, or with the token when that is earlier', async () => {
    let time = now;
    const test = testApp({ clock: () => time });
    const long = await tokenFor(test, 'Owner');
    const short = await tokenFor(test, 'Owner', { name: 'short', expiresAt: '2026-11-20T12:10:00.000Z' });
    const answers = await Promise.all(
      [long, short].map(async ({ tokenId, secret }) =>
        (await exchange(test, v1, credentials(tokenId, secret))).json(),
      ),
    );
    const statusAt = async (minutes: number, { access_token }: Answer): Promise<number> => {
      time = new Date(now.getTime() + minutes * 60_000);
      return (await test.app.request('/api/me', { headers: bearing({ secret: access_token }) })).status;
    };
    const [first, second] = answers as [Answer, Answer];

    expect([first.expires_in, second.expires_in]).toEqual(['3600', '600']);
    expect([await statusAt(59, first), await statusAt(60, first)]).toEqual([200, 401]);
    expect([await statusAt(9, second), await statusAt(10, second)]).toEqual([200, 401]);
  });

  it('of the installation’s own token is good until that is changed', async () => {
    const test = testApp();
    const secret = await issued(test, { tokenId: 'api', secret: apiToken });

    const me = await test.app.request('/api/me', { headers: bearing({ secret }) });

    expect(await me.json()).toEqual({ actor: 'api', role: 'Operator', publisherId: null });
  });
});

it('takes tokens of the identity provider outside, and does not call them wrong while it is away', async () => {
  const identity = { actor: 'ann (login.example.com)', role: 'Contributor', publisherId: 'contoso' } as const;
  const test = testApp({
    outsideTokens: {
      read: async (token) =>
        token === 'a.b.good' ? { kind: 'known', identity } : { kind: 'unsure', reason: 'it is away' },
    },
  });
  const me = (secret: string): Promise<Response> =>
    Promise.resolve(test.app.request('/api/me', { headers: bearing({ secret }) }));

  const [good, unsure, noJwt] = [await me('a.b.good'), await me('a.b.c'), await me('a.b')];

  expect(await good.json()).toEqual(identity);
  expect([unsure.status, noJwt.status]).toEqual([503, 401]);
  expect(test.logged).toContainEqual({ reason: 'it is away' });
});

it('tells the log why an outside token is refused, not its sender, and not beyond the limit', async () => {
  const reason = 'unexpected "aud" claim value';
  const test = testApp({
    limits: createRateLimits({ requests: 10, failures: 2 }),
    outsideTokens: { read: async () => ({ kind: 'wrong', reason }) },
  });
  const me = (): Promise<Response> =>
    Promise.resolve(test.app.request('/api/me', { headers: bearing({ secret: 'a.b.c' }) }));

  const answers = [await me(), await me(), await me()];

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 429]);
  for (const answer of answers) expect(await answer.text()).not.toContain('aud');
  expect(test.logged).toEqual([{ reason }, { reason }]);
});
