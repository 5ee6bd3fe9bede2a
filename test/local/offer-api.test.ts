import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { offerApi } from '../../src/local/journey/offer-api';
import { type LocalServer, startLocalServer } from '../support/local-server';

let server: LocalServer;
let answer: { readonly status: number; readonly body: unknown };
/** What the next requests meet before there is an answer. */
let troubles: ('cut off' | 503)[];
let bodies: string[];

beforeEach(async () => {
  troubles = [];
  bodies = [];
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    bodies.push(await text(request));
    const trouble = troubles.shift();
    if (trouble === 'cut off') request.socket.destroy();
    else if (trouble !== undefined) response.writeHead(trouble).end('{}');
    else response.writeHead(answer.status).end(JSON.stringify(answer.body));
  };
  server = await startLocalServer((request, response) => void respond(request, response));
});
afterEach(() => server.close());

const api = () =>
  offerApi({
    url: server.origin,
    token: 'token',
    publisherId: 'contoso',
    offerId: 'linux-vm',
    pause: () => Promise.resolve(),
  });

it('publishes and follows one publication by its id', async () => {
  answer = { status: 202, body: { publicationId: 'p1' } };

  const publicationId = await api().publish(['a@contoso.com']);
  await api().publication(publicationId);

  expect(server.requests).toEqual([
    'POST /api/publishers/contoso/offers/linux-vm/publish',
    'GET /api/publishers/contoso/offers/linux-vm/publication?publicationId=p1',
  ]);
  expect(server.headers[0]).toMatchObject({ authorization: 'Bearer token' });
});

it('answers undefined while there is no publication', async () => {
  answer = { status: 404, body: { error: { message: 'none yet' } } };

  expect(await api().publication()).toBeUndefined();
});

it('passes every reason of a refusal on, in the words of the API', async () => {
  const details = [{ message: 'The title is missing.' }, { message: 'The price is missing.' }];
  answer = { status: 422, body: { error: { message: 'Correct 2 findings.', details } } };

  await expect(api().publish([])).rejects.toThrow(
    'Correct 2 findings.\n  The title is missing.\n  The price is missing.',
  );
});

it('goes live under one requestId, however often the API was away', async () => {
  answer = { status: 202, body: {} };
  troubles = ['cut off', 503, 'cut off'];

  await api().goLive();

  expect(bodies).toHaveLength(4);
  expect(new Set(bodies).size).toBe(1);
  expect(JSON.parse(bodies[0]!)).toEqual({ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
});

it('publishes although the API is being restarted', async () => {
  answer = { status: 202, body: { publicationId: 'p1' } };
  troubles = [503, 'cut off'];

  expect(await api().publish([])).toBe('p1');
});

it('gives up on an API that stays away, with its last words', async () => {
  answer = { status: 503, body: { error: { message: 'The database is away.' } } };

  await expect(api().goLive()).rejects.toThrow('The database is away.');
  expect(server.requests).toHaveLength(150);
});

it('does not ask again after a refusal', async () => {
  answer = { status: 409, body: { error: { message: 'Decided already.' } } };

  await expect(api().goLive()).rejects.toThrow('Decided already.');
  expect(server.requests).toHaveLength(1);
});
