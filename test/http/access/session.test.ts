import { cookieOf, own, post, signedIn, whoIs } from '../../support/session';
import { apiToken, now, testApp, testSettings } from '../../support/test-app';
import { tokenFor } from '../../support/test-token';

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
