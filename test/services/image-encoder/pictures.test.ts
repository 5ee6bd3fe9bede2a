import type { ServerResponse } from 'node:http';
import sharp from 'sharp';
import { createPictures } from '../../../src/services/image-encoder/pictures';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { startHttpServer, type TestServer } from '../../support/http-server';

const size = { width: 40, height: 40 };
const canary = 'canary-4711';

describe('pictures', () => {
  let server: TestServer;
  let http: SafeHttp;
  let respond: (response: ServerResponse) => void;

  beforeAll(async () => {
    server = await startHttpServer((response) => respond(response));
    http = createSafeHttp({ trustedOrigins: [server.origin], quietMs: 60_000 });
  });
  afterAll(async () => {
    await http.close();
    await server.close();
  });

  const load = (url = `${server.origin}/logo.png?sig=${canary}`) => createPictures(http).load(url, size);

  it('come as PNG of the exact size, and say as what they came', async () => {
    const small = await logo(40, 40);
    const large = await logo(100, 50);

    respond = (response) => response.end(small);
    expect(await load()).toEqual({
      kind: 'loaded',
      png: expect.any(Buffer),
      original: { format: 'png', size, isWhole: true },
    });
    respond = (response) => response.end(large);
    expect(await load()).toMatchObject({ kind: 'loaded', original: { size: { width: 100, height: 50 } } });
  });

  it.each([404, 403, 410, 304])('are unavailable at HTTP %d', async (status) => {
    respond = (response) => response.writeHead(status).end();

    expect(await load()).toEqual({ kind: 'unavailable', detail: `HTTP ${status}` });
  });

  it.each([429, 500, 503])('are fetched again after HTTP %d', async (status) => {
    respond = (response) => response.writeHead(status).end();

    await expect(load()).rejects.toThrow(`HTTP ${status}`);
  });

  it('are fetched again after a reset, without the secret in the error', async () => {
    respond = (response) => void response.socket?.resetAndDestroy();

    const error = await load().catch((cause: unknown) => cause);

    expect(error).toBeInstanceOf(Error);
    expect(`${String(error)} ${(error as Error).stack}`).not.toContain(canary);
  });

  it('are unusable when they are something else', async () => {
    respond = (response) => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>');

    expect(await load()).toMatchObject({ kind: 'unusable' });
  });

  it('may not be larger than 5 MiB', async () => {
    respond = (response) => response.end(Buffer.alloc(5 * 1024 * 1024 + 1));

    expect(await load()).toEqual({ kind: 'unavailable', detail: 'the answer is longer than allowed' });
  });

  it.each(['https://127.0.0.1/logo.png', 'http://example.com/logo.png', 'file:///etc/passwd'])(
    'are not fetched from %s',
    async (url) => {
      expect(await load(url)).toMatchObject({ kind: 'unavailable' });
    },
  );

  it('are not fetched from where a redirect points inside', async () => {
    respond = (response) => response.writeHead(302, { location: 'https://169.254.169.254/x' }).end();

    expect(await load()).toMatchObject({ kind: 'unavailable' });
  });
});

function logo(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3366cc' } })
    .png()
    .toBuffer();
}
