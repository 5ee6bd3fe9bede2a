import { createRateLimits } from '../../../src/http/requests/rate-limits';
import { safePath } from '../../../src/http/pages/sign-in-path';
import { accessibilityFaults } from '../../support/html';
import { cookieOf, post, signedIn, whoIs } from '../../support/session';
import { apiToken, pagePath, testApp, testSettings } from '../../support/test-app';
import { tokenFor } from '../../support/test-token';

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

  it.each([
    ['a-token', 'This token is not one of ours'],
    ['eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl', 'This token opens the API only. For the portal'],
  ])('says what is wrong with %s', async (token, words) => {
    const answer = await post(testApp(), '/sign-in', { fields: { token } });

    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain(words);
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
