import { callAddress } from '../../../src/inspection/web/call-address';
import { inTurns } from '../../../src/inspection/web/in-turns';
import { startHttpServer, type TestServer } from '../../support/http-server';
import type { ServerResponse } from 'node:http';

let server: TestServer;
let respond: (response: ServerResponse) => void;
beforeAll(async () => {
  server = await startHttpServer((response) => respond(response));
});
afterAll(() => server.close());

it.each([200, 404, 410, 503])('says that an address answers HTTP %i', async (status) => {
  respond = (response) => response.writeHead(status).end('words');

  expect(await callAddress(server.origin)).toEqual({
    answer: { kind: 'answered', status },
    content: new Uint8Array(),
  });
});

it('reads as much of a good answer as was asked for, and nothing of a bad one', async () => {
  respond = (response) => response.end(Buffer.alloc(100_000, 'x'));
  const good = await callAddress(server.origin, { most: 10 });
  respond = (response) => response.writeHead(404).end('words');
  const bad = await callAddress(server.origin, { most: 10 });

  expect(Buffer.from(good.content).toString()).toBe('x'.repeat(10));
  expect(bad.content).toHaveLength(0);
});

it('loses patience with whoever is silent', async () => {
  respond = () => undefined;

  const { answer } = await callAddress(server.origin, { patienceMs: 50 });

  expect(answer).toEqual({ kind: 'silent', reason: 'timeout' });
});

it('says why nobody answers', async () => {
  const gone = await startHttpServer(() => undefined);
  await gone.close();

  expect((await callAddress(gone.origin)).answer).toEqual({ kind: 'silent', reason: 'ECONNREFUSED' });
  expect((await callAddress('nowhere')).answer).toEqual({ kind: 'silent', reason: 'ERR_INVALID_URL' });
});

it('works in turns, and keeps the order', async () => {
  let running = 0;
  let most = 0;
  const results = await inTurns([1, 2, 3, 4, 5], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await Promise.resolve();
    running -= 1;
    return item * 10;
  });

  expect(results).toEqual([10, 20, 30, 40, 50]);
  expect(most).toBe(2);
});
