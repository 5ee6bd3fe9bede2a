import { createConnection } from 'node:net';
import { publishableOffer } from '../support/publishable-offer';
import { apiToken, offerPath, pagePath, sessionCookie, testApp } from '../support/test-app';
import { offerAgainst, type Offer } from '../support/run-offer';

const bearer = { Authorization: `Bearer ${apiToken}` };

describe('addresses', () => {
  it.each([
    '/api/publishers/contoso%00/offers',
    '/api/publishers/contoso/offers/linux-vm/operations/%00',
    `${offerPath}/history?actor=%00`,
    '/api/offers?search=a%00b',
    '/api/offers?search=%ff%fe&cursor=%00',
    '/publishers/%00/offers/x/status',
    '/api/%',
    '/api/publishers/%E0%A4%A/offers',
    '/marketplace/contoso/%c0%af',
  ])('%s is refused and reaches nothing', async (path) => {
    const { app, logged } = testApp();

    const answer = await app.request(path, { headers: bearer });

    expect(answer.status).toBe(400);
    expect(logged).toEqual([]);
  });

  it.each([
    '/api/publishers/..%2f..%2fetc/offers',
    '/api/publishers/contoso/offers/__proto__',
    '/api/publishers/constructor/offers/prototype',
    `/api/publishers/${'a'.repeat(5_000)}/offers`,
    '/api/offers?limit=-1',
    '/api/offers?limit=99999999999999999999',
    '/api/offers?cursor=eyJhIjoxfQ&sort=__proto__',
    '/api/offers?search=%25%5f%5c%27%3b--',
    '/marketplace/__proto__/constructor',
    '//evil.example/',
    '/sign-in?next=//evil.example/',
  ])('%s does no harm', async (path) => {
    const { app, logged } = testApp();

    const answer = await app.request(path, { headers: bearer });

    expect(answer.status).toBeLessThan(500);
    expect(answer.headers.get('Location') ?? '/').toMatch(/^\/(?!\/)/);
    expect(logged).toEqual([]);
  });

  it('leads nobody to another site after sign-in', async () => {
    const { app } = testApp();

    for (const next of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '\\\\evil.example',
      '/%09/evil.example',
    ]) {
      const body = new URLSearchParams({ token: apiToken, next, back: next, to: next });
      const answer = await app.request(`/sign-in?next=${encodeURIComponent(next)}&token=${apiToken}`);
      const posted = await app.request('/sign-in', {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin' },
        body: body.toString(),
      });

      for (const { headers } of [answer, posted]) {
        const target = new URL(headers.get('Location') ?? '/', 'http://offers.example');
        expect(target.origin).toBe('http://offers.example');
      }
    }
  });
});

describe('bodies', () => {
  it.each([
    ['a draft', 'PUT', offerPath],
    ['a message', 'POST', `${offerPath}/golive`],
    ['a webhook', 'POST', '/api/publishers/contoso/webhooks'],
  ])('%s of 2 MiB is too large, in the form the address speaks', async (_, method, path) => {
    const { api } = testApp();

    const answer = await api(method, path, JSON.stringify({ x: 'x'.repeat(2 * 1024 * 1024) }));

    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('RequestTooLarge');
  });

  it('is counted also when it does not say how long it is', async () => {
    const { app } = testApp();
    const endless = new ReadableStream({
      pull: (pipe) => pipe.enqueue(new Uint8Array(64 * 1024).fill(0x20)),
    });

    const answer = await app.request(
      new Request(`http://offers.example${offerPath}`, {
        method: 'PUT',
        headers: { ...bearer, 'Content-Type': 'application/json' },
        body: endless,
        duplex: 'half',
      }),
    );

    expect(answer.status).toBe(413);
  });

  it('a form with U+0000 in it is refused', async () => {
    const { app, catalogue } = testApp();
    const answer = await app.request(`${pagePath}/support`, {
      method: 'POST',
      headers: {
        Cookie: await sessionCookie(app),
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
      },
      body: 'contact=ann%40contoso.com&text=a%00b',
    });

    expect(answer.status).toBe(400);
    expect(catalogue.cases).toEqual([]);
  });
});

describe('a browser of somebody signed in, on a foreign page', () => {
  it.each<Record<string, string>>([
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    {},
  ])('changes nothing: %j', async (sender) => {
    const { app, api, client } = testApp();
    await api('PUT', offerPath, publishableOffer());
    const Cookie = await sessionCookie(app);
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };

    const form = await app.request(`${pagePath}/publish`, {
      method: 'POST',
      headers: { Cookie, ...type, ...sender },
      body: 'email=evil%40example.com',
    });
    const program = await app.request(`${offerPath}/publish`, {
      method: 'POST',
      headers: { Cookie, 'Content-Type': 'text/plain', ...sender },
      body: '{}',
    });

    expect(form.status).toBeGreaterThanOrEqual(400);
    expect(program.status).toBe(401);
    expect(client.sent).toEqual([]);
  });

  it('cannot read answers: no origin is allowed to', async () => {
    const { app } = testApp();

    const asked = await app.request('/api/me', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET' },
    });
    const read = await app.request('/api/me', { headers: { ...bearer, Origin: 'https://evil.example' } });

    for (const { headers } of [asked, read]) expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it.each([
    '/',
    '/sign-in',
    '/docs/api',
    `${pagePath}/status`,
    `${pagePath}/editor`,
    '/marketplace/contoso/linux-vm',
    '/nowhere',
  ])('%s cannot be framed, runs no foreign script and leaks no address', async (path) => {
    const { browse, api } = testApp();
    await api('PUT', offerPath, publishableOffer());

    const answer = await browse(path);
    const page = await answer.text();

    const policy = answer.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-|\*|https?:|data:/);
    expect(answer.headers.get('X-Frame-Options')).toBe('DENY');
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    expect(page).not.toMatch(/<script(?![^>]* src="\/)|<style|\son\w+=|\sstyle="/);
  });
});

describe('on the wire', () => {
  let served: Offer;
  beforeEach(async () => {
    served = await offerAgainst(testApp().app);
  });

  const head = 'POST /api/publishers/contoso/offers/linux-vm/publish HTTP/1.1\r\nHost: offers.example\r\n';

  it.each([
    [
      'a length and chunks at once',
      `${head}Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
    [
      'two lengths',
      `${head}Content-Length: 0\r\nContent-Length: 40\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
    [
      'chunks under a second name',
      `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
    ['a blank before the colon', `${head}Content-Length : 40\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`],
    [
      'a folded header',
      `${head}X: a\r\n b\r\nContent-Length: 0\r\n\r\nGET /api/me HTTP/1.1\r\nHost: x\r\n\r\n`,
    ],
    ['a header of 20 KiB', `${head}X: ${'a'.repeat(20 * 1024)}\r\n\r\n`],
    ['no host', 'GET /api/me HTTP/1.1\r\n\r\n'],
    ['U+0000 in a header', `${head}X: a\0b\r\n\r\n`],
  ])('%s gets one refusal, and what follows is not taken for a request', async (_, bytes) => {
    const answers = await rawAnswers(served.url, bytes);

    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
});

/** Sends bytes as they are; the status lines that come back until the server hangs up. */
function rawAnswers(url: string, bytes: string): Promise<readonly string[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = createConnection({ host: hostname, port: Number(port) }, () =>
      socket.end(bytes, 'latin1'),
    );
    socket.setTimeout(120_000, () => socket.destroy(new Error('the server kept the connection')));
    socket.on('data', (data) => (said += data.toString('latin1')));
    socket.once('error', reject);
    socket.once('close', () => resolve(said.match(/^HTTP\/1\.1 \d+ .*$/gm) ?? []));
  });
}
