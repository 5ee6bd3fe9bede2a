import type { ServerResponse } from 'node:http';
import { testLeadOf } from '../../../src/domain/lead/test-lead';
import { createLeadDestinations } from '../../../src/services/lead-destinations/lead-destinations';
import type { LeadAnswer } from '../../../src/services/ports';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { startHttpServer, type TestServer } from '../../support/http-server';

const canary = 'canary-4711';
const { lead } = testLeadOf(
  { publisherId: 'contoso', offerId: 'linux-vm', title: 'Contoso Linux' },
  '2026-03-01T12:00:00.123Z',
);

describe('HTTPS endpoint', () => {
  let server: TestServer;
  let http: SafeHttp;
  /** Loses patience with a silent endpoint within the test. */
  let hasty: SafeHttp;
  let respond: (response: ServerResponse) => void;

  beforeAll(async () => {
    server = await startHttpServer((response) => respond(response));
    http = createSafeHttp({ trustedOrigins: [server.origin], quietMs: 60_000 });
    hasty = createSafeHttp({ trustedOrigins: [server.origin], quietMs: 2000 });
  });
  afterAll(async () => {
    await Promise.all([http.close(), hasty.close()]);
    await server.close();
  });

  const send = (
    url = `${server.origin}/lead/${canary}-path?code=${canary}`,
    through = http,
  ): Promise<LeadAnswer> => {
    const destinations = createLeadDestinations({ http: through, trustedOrigins: [server.origin] });
    return destinations.send(
      lead,
      { destination: 'HttpsEndpoint', configuration: { httpsEndpointUrl: url } },
      'pub-1/registerLead/test',
    );
  };

  it('gets the lead as JSON, with the key that tells a retry from a second lead', async () => {
    respond = (response) => response.writeHead(200).end('{}');

    const answer = await send();

    expect(answer).toEqual({ kind: 'accepted' });
    const { method, headers, body } = server.received.at(-1)!;
    expect(method).toBe('POST');
    expect(headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'idempotency-key': 'pub-1/registerLead/test',
    });
    expect(JSON.parse(body)).toMatchObject({
      OfferTitle: 'Contoso Linux',
      UserDetails: { Email: 'MSFT_TEST_639079632001230000@test.com' },
    });
  });

  it.each([200, 201, 202, 204])('accepts with HTTP %d', async (status) => {
    respond = (response) => response.writeHead(status).end();

    expect(await send()).toEqual({ kind: 'accepted' });
  });

  it.each([400, 401, 403, 404, 410, 422])('refuses for good with HTTP %d', async (status) => {
    respond = (response) => response.writeHead(status).end('Unknown\u0007 field\r\n\u202eTitle');

    expect(await send()).toEqual({ kind: 'refused', answer: `HTTP ${status} Unknown field Title` });
  });

  it('is quoted with 200 characters and without the secrets of its address', async () => {
    respond = (response) =>
      response
        .writeHead(403)
        .end(`No /lead/${canary}-path?code=${canary} ${encodeURIComponent(canary)} ${'x'.repeat(1000)}`);

    const answer = await send();

    expect(answer).toMatchObject({ kind: 'refused', answer: expect.stringContaining('HTTP 403 No ') });
    expect(JSON.stringify(answer)).not.toContain(canary);
    expect(answer.kind === 'refused' && answer.answer).toHaveLength(200);
  });

  it.each([408, 425, 429, 500, 502, 503])('is tried again after HTTP %d', async (status) => {
    respond = (response) => response.writeHead(status).end(canary);

    const error = await send().catch((cause: unknown) => cause);

    expect(String(error)).toBe(
      `OutsideAnswerError: The lead endpoint ${server.origin} answered HTTP ${status}.`,
    );
  });

  it.each<[string, typeof respond]>([
    ['takes the lead, then resets', (response) => void response.socket?.resetAndDestroy()],
    ['never answers', () => undefined],
    [
      'stops in the middle',
      (response) => void response.writeHead(200, { 'content-length': 100 }).write('half'),
    ],
  ])('is tried again when it %s, and the error holds no secret', async (_name, behaviour) => {
    respond = behaviour;
    const before = server.received.length;

    const error = await send(undefined, hasty).catch((cause: unknown) => cause);

    expect(error).toBeInstanceOf(Error);
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(canary);
    expect(server.received).toHaveLength(before + 1);
  });

  it('is not followed elsewhere', async () => {
    respond = (response) => response.writeHead(307, { location: 'https://evil.example/' }).end();
    const before = server.received.length;

    expect(await send()).toEqual({
      kind: 'refused',
      answer: 'HTTP 307 It redirects, which is not followed.',
    });
    expect(server.received).toHaveLength(before + 1);
  });

  it('may not answer without end', async () => {
    respond = (response) => response.writeHead(400).end(Buffer.alloc(10 * 1024 * 1024, 'x'));

    expect(await send()).toEqual({ kind: 'refused', answer: 'the answer is longer than allowed' });
  });

  it.each([
    'https://127.0.0.1/lead',
    'https://[::1]/lead',
    'https://2130706433/lead',
    'http://example.com/lead',
    'https://169.254.169.254/metadata',
    'https://user:password@example.com/',
  ])('may not be %s', async (url) => {
    const before = server.received.length;

    const answer = await send(url);

    expect(answer).toMatchObject({ kind: 'refused' });
    expect(JSON.stringify(answer)).not.toContain('password');
    expect(server.received).toHaveLength(before);
  });
});
