import { offerApi } from '../../src/local/journey/offer-api';
import { type LocalServer, startLocalServer } from '../support/local-server';

let server: LocalServer;
let answer: { readonly status: number; readonly body: unknown };

beforeEach(async () => {
  server = await startLocalServer((_request, response) => {
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  });
});
afterEach(() => server.close());

const api = () =>
  offerApi({ url: server.origin, token: 'token', publisherId: 'contoso', offerId: 'linux-vm' });

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
