import { fakeUploads } from '../../fakes/fake-uploads';
import { apiToken, sessionCookie, testApp, type TestApp } from '../../support/test-app';

const path = '/api/publishers/contoso/uploads';

const put = async (
  { app }: TestApp,
  rest: string,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> =>
  app.request(`${path}/${rest}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${apiToken}`, ...headers },
    body,
  });

it('hands the body on as it comes, with its length and its publisher, and answers with the address', async () => {
  const uploads = fakeUploads();
  const test = testApp({ uploads });
  const large = 'x'.repeat(2 * 1024 * 1024);

  const answer = await put(test, 'disk/web-1.0.0.vhd', large, { 'Content-Length': String(large.length) });

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({
    url: expect.stringMatching(/^https:.*sig=/) as string,
    bytes: large.length,
  });
  expect(uploads.stored).toMatchObject([
    {
      upload: { publisherId: 'contoso', kind: 'disk', name: 'web-1.0.0.vhd', bytes: large.length },
      content: large,
    },
  ]);
});

it.each([
  ['a name with a blank', 'disk/web%201.vhd', 422, 'UploadRefused'],
  ['a name that climbs', 'disk/..%2Fweb.vhd', 422, 'UploadRefused'],
  ['a name of another kind', 'logo/web.vhd', 422, 'UploadRefused'],
  ['a kind that is none', 'film/web.mp4', 400, 'BadRequest'],
  ['what is no picture', 'logo/logo.png', 422, 'UploadRefused'],
])('refuses %s', async (_what, rest, status, code) => {
  const uploads = fakeUploads();

  const answer = await put(testApp({ uploads }), rest, 'no pic');

  expect(answer.status).toBe(status);
  expect(await answer.json()).toMatchObject({ code });
  expect(uploads.stored).toEqual([]);
});

it('says what to do where there is no storage for uploads', async () => {
  const answer = await put(testApp(), 'logo/logo.png', 'picture');

  expect(answer.status).toBe(409);
  expect(await answer.json()).toMatchObject({
    code: 'UploadsOff',
    detail: expect.stringContaining('SAS URL') as string,
  });
});

it('takes uploads from our own pages by session, and from nobody else without a token', async () => {
  const test = testApp({ uploads: fakeUploads() });
  const Cookie = await sessionCookie(test.app);
  const send = async (headers: Record<string, string>): Promise<number> =>
    (await test.app.request(`${path}/logo/logo.png`, { method: 'PUT', headers, body: 'picture' })).status;

  expect(await send({ Cookie, 'Sec-Fetch-Site': 'same-origin' })).toBe(200);
  expect(await send({ Cookie, 'Sec-Fetch-Site': 'cross-site' })).toBe(401);
  expect(await send({})).toBe(401);
});
