import type { RequestListener } from 'node:http';
import type { LookupFunction } from 'node:net';
import { type SafeHttp, createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { SafeHttpError } from '../../../src/services/safe-http/safe-http-error';
import { type LocalServer, startLocalServer } from '../../support/local-server';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function serve(
  listener: RequestListener = (_, response) => response.end('hello'),
): Promise<LocalServer> {
  const server = await startLocalServer(listener);
  open.push(server);
  return server;
}

function client(options: Partial<Parameters<typeof createSafeHttp>[0]> = {}): SafeHttp {
  const http = createSafeHttp({ trustedOrigins: [], quietMs: 60_000, ...options });
  open.push(http);
  return http;
}

/** The error of a request that must fail. */
async function failureOf(request: Promise<unknown>): Promise<SafeHttpError> {
  const error: unknown = await request.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SafeHttpError) return error;
  throw new Error('no SafeHttpError', { cause: error });
}

/** Answers each question with the next address. */
function alternating(addresses: readonly string[]): { lookup: LookupFunction; asked: () => number } {
  let count = 0;
  return {
    asked: () => count,
    lookup: (_, options, callback) => {
      const address = addresses[count++ % addresses.length] ?? '';
      if (options.all === true) callback(null, [{ address, family: 4 }]);
      else callback(null, address, 4);
    },
  };
}

describe('addresses that strangers may not send us to', () => {
  it.each([
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0.0.0.0/',
    'https://[::]/',
    'https://１２７.０.０.１/',
    'https://localhost./',
    'https://public.example/',
    'https://localhost/',
    'https://[64:ff9b::7f00:1]/',
    'https://[::127.0.0.1]/',
    'https://169.254.169.254/metadata',
  ])('blocks %s', async (url) => {
    // Literals never get that far; names mean this machine.
    const { lookup } = alternating(['127.0.0.1']);

    const error = await failureOf(client({ lookup }).request({ method: 'GET', url }));

    expect(error.code).toBe('blocked');
  });

  it.each([
    ['http://example.com/', 'blocked'],
    ['https://example.com:8443/', 'blocked'],
    ['https://user:secret@example.com/', 'badUrl'],
    ['ftp://example.com/', 'badUrl'],
    ['file:///etc/passwd', 'badUrl'],
    ['/relative', 'badUrl'],
    ['', 'badUrl'],
  ])('refuses %s unasked', async (url, code) => {
    const { lookup, asked } = alternating(['93.184.216.34']);

    const error = await failureOf(client({ lookup }).request({ method: 'GET', url }));

    expect(error.code).toBe(code);
    expect(asked()).toBe(0);
  });

  it('blocks a name as a whole when only one of its addresses is an inner one', async () => {
    const lookup: LookupFunction = (_, __, callback) =>
      callback(null, [
        { address: '93.184.216.34', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ]);

    const error = await failureOf(
      client({ lookup }).request({ method: 'GET', url: 'https://mixed.example/' }),
    );

    expect(error.code).toBe('blocked');
  });

  it('reaches nothing on another port of a trusted host', async () => {
    const trusted = await serve();
    const other = await serve();
    const http = client({ trustedOrigins: [trusted.origin] });

    const answer = await http.request({ method: 'GET', url: `${trusted.origin}/page` });
    const error = await failureOf(http.request({ method: 'GET', url: other.origin }));

    expect(answer.body.toString()).toBe('hello');
    expect(error.code).toBe('blocked');
    expect(other.requests).toEqual([]);
  });
});

describe('redirects', () => {
  it('checks every hop', async () => {
    const inner = await serve();
    const outer = await serve((_, response) => response.writeHead(302, { location: inner.origin }).end());

    const error = await failureOf(
      client({ trustedOrigins: [outer.origin] }).request({ method: 'GET', url: outer.origin }),
    );

    expect(error.code).toBe('blocked');
    expect(inner.requests).toEqual([]);
  });

  it('gives another origin none of the headers that were meant for the first', async () => {
    const second = await serve();
    const first = await serve((_, response) =>
      response.writeHead(307, { location: `${second.origin}/b` }).end(),
    );
    const http = client({ trustedOrigins: [first.origin, second.origin] });

    const answer = await http.request({
      method: 'GET',
      url: `${first.origin}/a`,
      headers: { authorization: 'Bearer secret', cookie: 'a=b', 'x-key': 'secret' },
    });

    expect(answer.status).toBe(200);
    expect(first.headers[0]).toMatchObject({ authorization: 'Bearer secret' });
    expect(second.headers[0]).not.toHaveProperty('authorization');
    expect(second.headers[0]).not.toHaveProperty('cookie');
    expect(second.headers[0]).not.toHaveProperty('x-key');
  });

  it('gives up on a loop', async () => {
    const server = await serve((_, response) => response.writeHead(301, { location: '/again' }).end());

    const error = await failureOf(
      client({ trustedOrigins: [server.origin] }).request({ method: 'HEAD', url: server.origin }),
    );

    expect(error.code).toBe('tooManyRedirects');
    expect(server.requests).toHaveLength(4);
  });

  it('does not carry a POST elsewhere', async () => {
    const server = await serve((_, response) => response.writeHead(307, { location: '/elsewhere' }).end());

    const answer = await client({ trustedOrigins: [server.origin] }).request({
      method: 'POST',
      url: server.origin,
      body: '{}',
    });

    expect(answer.status).toBe(307);
    expect(server.requests).toEqual(['POST /']);
  });
});

describe('limits', () => {
  it.each([
    ['announced', { 'content-length': '2000' }],
    ['unannounced', { 'transfer-encoding': 'chunked' }],
  ])('takes no more than asked for when the length is %s', async (_, headers) => {
    const server = await serve((__, response) => response.writeHead(200, headers).end(Buffer.alloc(2000)));
    const http = client({ trustedOrigins: [server.origin] });

    const error = await failureOf(http.request({ method: 'GET', url: server.origin, maxBytes: 1999 }));
    const answer = await http.request({ method: 'GET', url: server.origin, maxBytes: 2000 });

    expect(error.code).toBe('tooLarge');
    expect(answer.body).toHaveLength(2000);
  });

  it('ends an exchange that takes longer than its deadline', async () => {
    const server = await serve((_, response) => void response.writeHead(200).write('a'));

    const error = await failureOf(
      client({ trustedOrigins: [server.origin] }).request({
        method: 'GET',
        url: server.origin,
        deadlineMs: 50,
      }),
    );

    expect(error.code).toBe('timeout');
  });

  it('ends an exchange whose server falls silent', async () => {
    const server = await serve(() => undefined);
    const http = client({ trustedOrigins: [server.origin], quietMs: 50 });

    const error = await failureOf(http.request({ method: 'GET', url: server.origin }));

    expect(error.code).toBe('timeout');
  });

  it("stops at the caller's signal", async () => {
    const caller = new AbortController();
    const server = await serve(() => caller.abort());
    const http = client({ trustedOrigins: [server.origin] });

    const error = await failureOf(http.request({ method: 'GET', url: server.origin, signal: caller.signal }));

    expect(error.code).toBe('canceled');
  });

  it('takes a body that is cut short for no answer', async () => {
    const server = await serve((_, response) => {
      response.writeHead(200, { 'content-length': '10' });
      response.write('abc', () => response.destroy());
    });

    const error = await failureOf(
      client({ trustedOrigins: [server.origin] }).request({ method: 'GET', url: server.origin }),
    );

    expect(error.code).toBe('unreachable');
  });
});

describe('errors', () => {
  it('name the origin only, whatever went wrong', async () => {
    const server = await serve((request) => request.socket.destroy());
    const http = client({ trustedOrigins: [server.origin] });
    const secret = 'hook/s3cret?sig=s3cret#s3cret';

    const errors = [
      await failureOf(http.request({ method: 'GET', url: `${server.origin}/${secret}` })),
      await failureOf(http.request({ method: 'GET', url: `https://127.0.0.1/${secret}` })),
      await failureOf(http.request({ method: 'GET', url: `https://u:s3cret@a.example/${secret}` })),
      await failureOf(http.request({ method: 'GET', url: `s3cret` })),
    ];

    expect(errors.map(({ code }) => code)).toEqual(['unreachable', 'blocked', 'badUrl', 'badUrl']);
    errors.forEach((error) => {
      expect(JSON.stringify([error, error.message, error.stack])).not.toContain('s3cret');
      expect(error.cause).toBeUndefined();
    });
  });

  it('tell a host that does not exist from one that does not answer, but never from one of our inside', async () => {
    const failureWith = (lookup: LookupFunction): Promise<SafeHttpError> =>
      failureOf(client({ lookup }).request({ method: 'GET', url: 'https://vault.example/' }));

    const none = await failureWith((_, __, callback) =>
      callback(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }), '', 0),
    );
    const inside = await failureWith((_, __, callback) =>
      callback(null, [{ address: '10.0.0.7', family: 4 }], 4),
    );

    expect(none).toMatchObject({ code: 'blocked', detail: 'no such host in the public internet' });
    expect([inside.code, inside.detail, inside.message]).toEqual([none.code, none.detail, none.message]);
  });
});
