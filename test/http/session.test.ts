import { createRateLimits } from '../../src/http/rate-limits';
import { safePath } from '../../src/http/pages/sign-in-path';
import { apiToken, now, pagePath, testApp, testSettings, type TestApp } from '../support/test-app';
import { accessibilityFaults } from '../support/html';
import { tokenFor } from '../support/test-token';

const own = { 'Sec-Fetch-Site': 'same-origin' };

const post = (
  { app }: TestApp,
  path: string,
  { fields = {}, headers = {} }: { fields?: Record<string, string>; headers?: Record<string, string> } = {},
): Promise<Response> =>
  Promise.resolve(
    app.request(path, {
      method: 'POST',
      headers: { ...own, 'Content-Type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams(fields).toString(),
    }),
  );

/** `name=value` of the cookie an answer sets, if it does. */
const cookieOf = (answer: Response): string | undefined =>
  answer.headers.get('Set-Cookie')?.split(';')[0] ?? undefined;

async function signedIn(
  test: TestApp,
  secret: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const answer = await post(test, '/sign-in', { fields: { token: secret }, headers });
  const cookie = cookieOf(answer);
  if (cookie === undefined) throw new Error(`nobody was signed in: ${answer.status}`);
  return cookie;
}

const whoIs = async ({ app }: TestApp, Cookie: string): Promise<unknown> => {
  const answer = await app.request('/api/me', { headers: { Cookie } });
  return answer.status === 200 ? ((await answer.json()) as { actor: string }).actor : answer.status;
};

describe('signing in', () => {
  it('with a pasted token leaves a strict cookie that holds neither token nor identity', async () => {
    const test = testApp();
    const { secret, tokenId, actor } = await tokenFor(test, 'Owner');

    const answer = await post(test, '/sign-in', {
      fields: { token: ` ${secret}\n`, next: `${pagePath}/status` },
    });

    const cookie = answer.headers.get('Set-Cookie') ?? '';
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`${pagePath}/status`);
    expect(cookie).toMatch(
      /^offer_session=[\w-]{43}\.[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    for (const hidden of [secret, tokenId, actor]) expect(cookie).not.toContain(hidden);
    expect(await whoIs(test, cookieOf(answer) ?? '')).toBe('owner@contoso');
  });

  it('over HTTPS leaves a cookie that nobody on the way or next door can set', async () => {
    const test = testApp({ settings: { ...testSettings, publicUrl: 'https://offers.example' } });

    const answer = await post(test, '/sign-in', { fields: { token: apiToken } });

    expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-offer_session=.*; Secure(;|$)/);
    expect(await whoIs(test, cookieOf(answer) ?? '')).toBe('api');
  });

  it.each(['', `${apiToken}x`, 'offer_' + '0'.repeat(49)])(
    'with a wrong token (%#) says so beside the field, and does not repeat it',
    async (token) => {
      const test = testApp();

      const answer = await post(test, '/sign-in', { fields: { token } });
      const page = await answer.text();

      expect(answer.status).toBe(401);
      expect(cookieOf(answer)).toBeUndefined();
      expect(page).toContain('aria-invalid="true"');
      expect(page).toContain('name="token" type="password" value=""');
      expect(accessibilityFaults(page)).toEqual([]);
      expect(test.catalogue.sessions.rows.size).toBe(0);
    },
  );

  it('is not done by a form from elsewhere', async () => {
    const test = testApp();

    const answers = await Promise.all(
      [{ 'Sec-Fetch-Site': 'cross-site' }, { 'Sec-Fetch-Site': '', Origin: 'https://evil.example' }].map(
        (headers) => post(test, '/sign-in', { fields: { token: apiToken }, headers }),
      ),
    );

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
    expect(test.catalogue.sessions.rows.size).toBe(0);
  });

  it('by the printed link leaves an address without the token; a stranger’s link only fills the form in', async () => {
    const test = testApp();
    const { secret } = await tokenFor(test, 'Owner');
    const link = `/sign-in?token=${secret}`;

    const typed = await test.app.request(link, { headers: { 'Sec-Fetch-Site': 'none' } });
    const strangers = await test.app.request(link, { headers: { 'Sec-Fetch-Site': 'cross-site' } });

    expect([typed.status, typed.headers.get('Location')]).toEqual([303, '/']);
    expect(cookieOf(typed)).toMatch(/^offer_session=/);
    expect(strangers.status).toBe(200);
    expect(cookieOf(strangers)).toBeUndefined();
    expect(await strangers.text()).toContain(`value="${secret}"`);
  });

  it('leads back to where somebody wanted to go, never away', async () => {
    const test = testApp();
    const cookie = await signedIn(test, apiToken);

    const target = `${pagePath}/support?publication=p-1&step=displaycertify`;
    const needed = await (await test.app.request(target)).text();
    const link = /href="(\/sign-in\?next=[^"]+)"/.exec(needed)?.[1] ?? '';
    const known = await test.app.request(link, { headers: { Cookie: cookie } });

    expect([known.status, known.headers.get('Location')]).toEqual([303, target]);
    for (const path of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      '/a?b\nc',
      '/a?b#c',
      '/%2f/evil',
      '/a//b',
    ]) {
      expect(safePath(path)).toBe('/');
    }
  });

  it('is limited by address when it fails again and again', async () => {
    const test = testApp({ limits: createRateLimits({ requests: 100, failures: 2 }) });
    const statuses: number[] = [];

    for (const token of [apiToken, 'a', 'b', 'c', apiToken]) {
      statuses.push((await post(test, '/sign-in', { fields: { token } })).status);
    }
    const last = await post(test, '/sign-in', { fields: { token: apiToken } });

    expect(statuses).toEqual([303, 401, 401, 429, 429]);
    expect(Number(last.headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});

describe('a session', () => {
  it('is always a new one: a cookie that was there before is not taken over, but ended', async () => {
    const test = testApp();
    const eves = await signedIn(test, (await tokenFor(test, 'Contributor')).secret);
    const planted = `offer_session=${'A'.repeat(43)}.${'A'.repeat(43)}`;

    const anns = await signedIn(test, (await tokenFor(test, 'Owner')).secret, { Cookie: eves });
    const bobs = await signedIn(test, apiToken, { Cookie: planted });

    expect(new Set([eves, planted, anns, bobs]).size).toBe(4);
    expect(await whoIs(test, eves)).toBe(401);
    expect(await whoIs(test, anns)).toBe('owner@contoso');
    expect(await whoIs(test, planted)).toBe(401);
  });

  it('ends when its token is revoked, when it expires, and when the installation’s own is changed', async () => {
    let time = now;
    const test = testApp({ clock: () => time });
    const owner = await tokenFor(test, 'Owner');
    const guest = await tokenFor(test, 'Owner', { name: 'guest', expiresAt: '2026-11-20T12:10:00.000Z' });
    const cookies = [await signedIn(test, owner.secret), await signedIn(test, guest.secret)];

    await test.catalogue.tokens.revoke({ tokenId: owner.tokenId, publisherId: 'contoso' }, 'test');
    time = new Date(now.getTime() + 10 * 60_000);

    expect([await whoIs(test, cookies[0] ?? ''), await whoIs(test, cookies[1] ?? '')]).toEqual([401, 401]);
    const changed = testApp({ settings: { ...testSettings, apiToken: 'another-token-for-tests' } });
    const operators = await signedIn(test, apiToken);
    for (const [key, row] of test.catalogue.sessions.rows) changed.catalogue.sessions.rows.set(key, row);
    expect(await whoIs(test, operators)).toBe('api');
    expect(await whoIs(changed, operators)).toBe(401);
  });

  it('gets another cookie while it is in use, and the old one is good for two more minutes', async () => {
    let time = now;
    const test = testApp({ clock: () => time });
    const at = (minutes: number): void => void (time = new Date(now.getTime() + minutes * 60_000));
    const ask = (Cookie: string): Promise<Response> =>
      Promise.resolve(test.app.request('/api/me', { headers: { Cookie } }));
    const first = await signedIn(test, apiToken);

    at(14);
    const early = cookieOf(await ask(first));
    at(16);
    const second = cookieOf(await ask(first)) ?? '';
    at(17);
    const again = cookieOf(await ask(first)) ?? '';
    at(19);
    const late = await ask(first);

    expect(early).toBeUndefined();
    expect(new Set([first, second, again]).size).toBe(3);
    expect(late.status).toBe(401);
    expect([await whoIs(test, second), await whoIs(test, again)]).toEqual(['api', 'api']);
  });

  it('ends after a day without use, and after a week with it', async () => {
    let time = now;
    const test = testApp({ clock: () => time });
    const idle = await signedIn(test, apiToken);
    let busy = await signedIn(test, apiToken);
    const seen: unknown[] = [];
    const idlers: unknown[] = [];

    for (let hours = 12; hours <= 7 * 24; hours += 12) {
      time = new Date(now.getTime() + hours * 3_600_000);
      const answer = await test.app.request('/api/me', { headers: { Cookie: busy } });
      seen.push(answer.status);
      busy = cookieOf(answer) ?? busy;
      if (hours === 24) idlers.push(await whoIs(test, idle));
    }

    expect(seen).toEqual([...Array<number>(13).fill(200), 401]);
    expect(idlers).toEqual([401]);
  });

  it('is over for every copy of its cookies after signing out', async () => {
    let time = now;
    const test = testApp({ clock: () => time });
    const first = await signedIn(test, apiToken);
    time = new Date(now.getTime() + 16 * 60_000);
    const second = cookieOf(await test.app.request('/api/me', { headers: { Cookie: first } })) ?? '';

    const answer = await post(test, '/sign-out', { headers: { Cookie: second } });

    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sign-in']);
    expect(answer.headers.get('Set-Cookie')).toMatch(/^offer_session=; Max-Age=0/);
    expect([await whoIs(test, first), await whoIs(test, second)]).toEqual([401, 401]);
  });

  it('is not ended by a form from elsewhere', async () => {
    const test = testApp();
    const Cookie = await signedIn(test, apiToken);

    const answer = await post(test, '/sign-out', { headers: { Cookie, 'Sec-Fetch-Site': 'cross-site' } });

    expect(answer.status).toBe(403);
    expect(await whoIs(test, Cookie)).toBe('api');
  });

  it('changes nothing over the API for a page from elsewhere', async () => {
    const test = testApp();
    const Cookie = await signedIn(test, apiToken);
    const make = (headers: Record<string, string>): Promise<Response> =>
      Promise.resolve(
        test.app.request('/api/publishers', {
          method: 'POST',
          headers: { Cookie, 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify({ id: 'litware' }),
        }),
      );

    const answers = [
      await make({}),
      await make({ 'Sec-Fetch-Site': 'cross-site' }),
      await make({ 'Sec-Fetch-Site': 'same-site' }),
      await make({ Origin: 'https://evil.example' }),
      await make(own),
    ];

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 201]);
  });

  it('that is forged, cut or sealed by somebody else opens nothing', async () => {
    const test = testApp();
    const cookie = await signedIn(test, apiToken);
    const others = testApp({ settings: { ...testSettings, sessionKey: 'another-session-key' } });
    const [secret = '', seal = ''] = cookie.replace('offer_session=', '').split('.');
    for (const [key, row] of test.catalogue.sessions.rows) others.catalogue.sessions.rows.set(key, row);

    const forged = [`${secret}.`, `${secret}.${secret}`, `${'B'.repeat(43)}.${seal}`, `.${seal}`, secret, ''];

    for (const value of forged) expect(await whoIs(test, `offer_session=${value}`)).toBe(401);
    expect(await whoIs(others, cookie)).toBe(401);
    expect(await whoIs(test, cookie)).toBe('api');
  });
});

it('shows on every page who is signed in, by name and role where they sign out', async () => {
  const test = testApp();
  const Cookie = await signedIn(test, (await tokenFor(test, 'Owner', { name: 'ann' })).secret);

  const pages = await Promise.all(
    ['/docs/rules', '/sign-in'].map(async (path) =>
      (await test.app.request(path, { headers: { Cookie } })).text(),
    ),
  );
  const strangers = await (await test.app.request('/docs/rules')).text();

  for (const page of pages) {
    expect(page.match(/<a class="who"[^>]*>([^<]+)<\/a>/)?.[1]).toBe('ann@contoso');
  }
  expect(pages[1]).toContain('Owner · contoso');
  expect(pages[1]).toContain('action="/sign-out"');
  expect(strangers.match(/<a class="who"[^>]*>([^<]+)<\/a>/)?.[1]).not.toContain('@');
});

describe('the page for somebody unknown', () => {
  const seen = async (headers: Record<string, string>) =>
    (await testApp().app.request('/publishers/contoso/offers/linux-vm/status', { headers })).text();

  it('asks whoever is signed out for a token, and nothing else', async () => {
    const page = await seen({ 'Sec-Fetch-Site': 'none' });

    expect(page).toContain('Sign in with your token, and it opens.');
    expect(page).not.toContain('before');
  });

  it('tells whoever came from another site that they may be signed in', async () => {
    expect(await seen({ 'Sec-Fetch-Site': 'cross-site' })).toContain('if you have signed in here before');
  });
});
