import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { limitTimes } from '../../../src/http/requests/request-times';

let server: Server;
/** A pause that no busy machine makes by itself between two pieces of an upload. */
const times = { wholeMs: 300, pauseMs: 6000 };

beforeEach(async () => {
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.end('done')).on('error', () => undefined);
  });
  limitTimes(server, times);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

function begin(requestLine: string): Socket {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(`${requestLine} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n`);
  return socket.on('error', () => undefined);
}

it.each([
  ['a form', 'POST /publishers/contoso/offers/web/cancel'],
  ['an upload of which nothing comes', 'PUT /api/publishers/contoso/uploads/disk/web.vhd'],
])('ends %s that does not arrive', async (_what, requestLine) => {
  const socket = begin(requestLine);

  await once(socket, 'close');

  expect(socket.destroyed).toBe(true);
});

it('lets an upload take longer than anything else, so long as something comes', async () => {
  const started = Date.now();
  const socket = begin('PUT /api/publishers/contoso/uploads/disk/web.vhd');
  const answered = once(socket, 'data');

  let sent = 0;
  const dripping = setInterval(() => {
    if (sent++ < 10) socket.write('x');
  }, 700);
  const [answer] = (await answered) as [Buffer];
  clearInterval(dripping);

  expect(answer.toString()).toContain('done');
  expect(Date.now() - started).toBeGreaterThan(times.pauseMs);
});
