import { z } from 'zod';
import { createAzureDevOpsHttp } from '../../../src/services/review-board/azure-devops-http';
import { SafeHttpError } from '../../../src/services/safe-http/safe-http-error';
import type { SafeRequest, SafeResponse } from '../../../src/services/safe-http/safe-request';
import { boardSettings } from '../../support/azure-devops-board';

const now = new Date('2026-11-20T12:00:00.000Z');
const json = { 'content-type': 'application/json; charset=utf-8; api-version=7.1' };

const answered = (
  status: number,
  headers: SafeResponse['headers'] = json,
  body: unknown = {},
): SafeResponse => ({
  status,
  headers,
  body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)),
});

function asking(answer: SafeResponse | Error) {
  const requests: SafeRequest[] = [];
  const ask = createAzureDevOpsHttp({
    settings: boardSettings({ organizationUrl: 'https://dev.azure.com/contoso' }),
    clock: () => now,
    http: {
      request: async (request) => {
        requests.push(request);
        if (answer instanceof Error) throw answer;
        return answer;
      },
    },
  });
  const get = () =>
    ask({ method: 'GET', path: 'wit/workitems/1', query: { fields: 'a' }, schema: z.object({}) });
  return { requests, get, ask };
}

const resetIn = (seconds: number) => ({
  ...json,
  'x-ratelimit-reset': String(now.getTime() / 1000 + seconds),
});

it.each([
  [429, { ...json, 'retry-after': '12' }, 'throttled', 12_000],
  [429, resetIn(40), 'throttled', 40_000],
  [429, resetIn(-40), 'throttled', 0],
  [429, json, 'throttled', 30_000],
  [429, { ...json, 'retry-after': '999999' }, 'throttled', 600_000],
  [429, { ...json, 'retry-after': 'soon' }, 'throttled', 30_000],
  [503, { ...json, 'retry-after': '5' }, 'away', 5000],
  [503, json, 'away', undefined],
  [500, json, 'away', undefined],
  [408, json, 'away', undefined],
  [302, { location: 'https://login.example/_signin' }, 'badToken', undefined],
  [200, { 'content-type': 'text/html' }, 'badToken', undefined],
  [203, json, 'badToken', undefined],
  [401, json, 'badToken', undefined],
  [403, json, 'forbidden', undefined],
  [404, json, 'notFound', undefined],
  [409, json, 'changed', undefined],
  [412, json, 'changed', undefined],
  [400, json, 'refused', undefined],
] as const)('takes %i with %j as %s', async (status, headers, code, retryAfterMs) => {
  const { get } = asking(answered(status, headers));

  await expect(get()).rejects.toMatchObject({ name: 'AzureDevOpsError', code, retryAfterMs });
});

it('sends nothing while it is told to wait', async () => {
  const { get, requests } = asking(answered(503, { ...json, 'retry-after': '5' }));

  await expect(get()).rejects.toMatchObject({ code: 'away' });
  await expect(get()).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 5000 });

  expect(requests).toHaveLength(1);
});

it('names what did not answer, and no address', async () => {
  const { get } = asking(
    new SafeHttpError('timeout', 'https://dev.azure.com/contoso/x?y', 'no answer in time'),
  );

  await expect(get()).rejects.toThrow(
    'Azure DevOps gave no answer: https://dev.azure.com: no answer in time.',
  );
});

it('asks as the API wants to be asked', async () => {
  const { ask, get, requests } = asking(answered(200));

  await get();
  await ask({ method: 'PATCH', path: 'wit/workitems/1', body: [], schema: z.object({}) });

  expect(requests).toMatchObject([
    {
      url: 'https://dev.azure.com/contoso/Marketplace%20Reviews/_apis/wit/workitems/1?fields=a&api-version=7.1',
      headers: {
        authorization: `Basic ${Buffer.from(':pat-for-tests-only-0123456789').toString('base64')}`,
        'x-tfs-fedauthredirect': 'Suppress',
      },
    },
    { headers: { 'content-type': 'application/json-patch+json' }, body: '[]' },
  ]);
});

it('shows what was refused, shortened, on one line and without the token', async () => {
  const message = `TF401320: Rule Error\nfor pat-for-tests-only-0123456789 ${'x'.repeat(5000)}`;
  const { get } = asking(answered(400, json, { message }));

  const error = await get().then(
    () => '',
    (reason: unknown) => String(reason),
  );

  expect(error).toContain('HTTP 400 TF401320: Rule Error for ********');
  expect(error.length).toBeLessThan(300);
});
