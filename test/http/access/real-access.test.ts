import { apiEnvironment } from '../../support/api-environment';
import { freshCatalogue } from '../../support/fresh-catalogue';
import { type OidcIssuer, startOidcIssuer } from '../../support/oidc-issuer';
import { type OwnApi, ownApi } from '../../support/own-product';
import { apiToken } from '../../support/test-app';
import { inWorkshop } from '../../support/workshop';

type Asked = { readonly body?: object; readonly headers?: Record<string, string> };

async function call(api: OwnApi, token: string, [method, path]: [string, string], asked: Asked = {}) {
  const answer = await fetch(`${api.url}/api${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', ...asked.headers },
    ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

/** The API as a process of its own on PostgreSQL; its issuer is a stand-in that speaks real HTTP. */
async function withApi(
  change: Record<string, string>,
  work: (api: OwnApi, issuer: OidcIssuer) => Promise<void>,
): Promise<void> {
  await inWorkshop(async (workshop) => {
    const fresh = await freshCatalogue();
    workshop.atEnd(fresh.drop);
    const issuer = await startOidcIssuer(new Date());
    workshop.atEnd(issuer.close);
    const api = await ownApi(workshop, {
      ...apiEnvironment(fresh),
      PUBLIC_URL: 'http://offers.example',
      OIDC_ISSUER: issuer.issuer,
      OIDC_AUDIENCE: 'offers',
      OIDC_RULES: JSON.stringify([
        { claim: 'groups', value: 'release', publisherId: 'contoso', role: 'Contributor' },
      ]),
      ...change,
    });
    await api.start();
    await work(api, issuer);
  });
}

it('lets in by API token, by short-lived token, by the issuer’s JWT and by session, also after a restart', async () => {
  await withApi({}, async (api, issuer) => {
    await call(api, apiToken, ['POST', '/publishers'], { body: { id: 'contoso' } });
    const made = await call(api, apiToken, ['POST', '/publishers/contoso/tokens'], {
      body: { name: 'ann', role: 'Owner' },
    });
    const { token, tokenId } = made.body as { token: string; tokenId: string };
    const exchanged = await fetch(`${api.url}/contoso/oauth2/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: 'ann@contoso',
        client_secret: token,
      }),
    });
    const shortLived = ((await exchanged.json()) as { access_token: string }).access_token;
    const jwt = await issuer.sign({ sub: 'bob', groups: ['release'] });
    const signedIn = await fetch(`${api.url}/sign-in?token=${token}`, { redirect: 'manual' });
    const Cookie = signedIn.headers.get('Set-Cookie')?.split(';')[0] ?? '';

    const actors = async (): Promise<unknown[]> => {
      const byToken = [token, shortLived, jwt].map((each) => call(api, each, ['GET', '/me']));
      const bySession = fetch(`${api.url}/api/me`, { headers: { Cookie } }).then(async (answer) => ({
        body: (await answer.json()) as Record<string, unknown>,
      }));
      return (await Promise.all([...byToken, bySession])).map(({ body }) => body['actor'] ?? body['code']);
    };
    const before = await actors();
    await api.send('SIGKILL');
    await api.start();
    const afterwards = await actors();
    const revoked = await call(api, token, ['DELETE', `/publishers/contoso/tokens/${tokenId}`]);
    const withoutToken = await actors();

    const bob = `bob (${new URL(issuer.issuer).host})`;
    expect(before).toEqual(['ann@contoso', 'ann@contoso', bob, 'ann@contoso']);
    expect(afterwards).toEqual(before);
    expect(revoked.status).toBe(204);
    expect(withoutToken).toEqual(['Unauthorized', 'Unauthorized', bob, 'Unauthorized']);
  });
});

it('limits by the settings, failures by the address of the connection', async () => {
  await withApi({ RATE_LIMIT: '3', FAILED_SIGN_INS: '2' }, async (api) => {
    const statuses: number[] = [];
    for (const token of [apiToken, apiToken, apiToken, apiToken, 'guess', 'guess', 'guess']) {
      const headers = { 'X-Forwarded-For': `203.0.113.${statuses.length}` };
      statuses.push((await call(api, token, ['GET', '/me'], { headers })).status);
    }

    expect(statuses).toEqual([200, 200, 200, 429, 401, 401, 429]);
  });
});
