import { token } from '../../fakes/azure-devops';
import { hookSecret } from '../../support/azure-devops-board';
import { basic, type HookedBoard, rita, send, startHookedBoard } from '../../support/azure-devops-hook';
import { testApp } from '../../support/test-app';

let hooked: HookedBoard;
beforeEach(async () => {
  hooked = await startHookedBoard();
});
afterEach(() => hooked.close());

it.each([
  ['another secret', basic('a-secret-of-somebody-else')],
  ['a secret that is a part of it', basic(hookSecret.slice(0, -1))],
  ['the API token', 'Bearer a-token-for-tests-only'],
  ['nothing', ''],
])('%s is turned away', async (_, authorization) => {
  const test = await hooked.inReview();
  hooked.server.act(1, rita, { 'System.State': 'Approved' });
  const asked = hooked.server.calls.length;

  const answer = await send(test, hooked.newest(), authorization);

  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toContain('Basic');
  expect(hooked.server.calls).toHaveLength(asked);
  expect(test.client.sent).toEqual([]);
});

it('takes the secret from a header, too', async () => {
  const test = await hooked.inReview();

  const answer = await send(test, { eventType: 'workitem.updated' }, `Bearer ${hookSecret}`);

  expect(answer.status).toBe(200);
});

it('nobody has the secret where no board is configured', async () => {
  const answer = await send(testApp(), { eventType: 'workitem.updated' });

  expect(answer.status).toBe(401);
});

it('those who guess are slowed down', async () => {
  const wrongTokens = { take: async () => 17, giveBack: async () => undefined };
  const test = await hooked.inReview({
    limits: { requests: wrongTokens, signIns: wrongTokens, wrongTokens },
  });

  const answer = await send(test, {}, basic('a-guess-of-somebody'));

  expect(answer.status).toBe(429);
  expect(answer.headers.get('Retry-After')).toBe('17');
});

it.each([
  ['no JSON', '{', 400],
  ['no event', '{}', 400],
  ['more than 1 MiB', `{"eventType":"${'x'.repeat(1024 * 1024)}"}`, 413],
])('%s is refused', async (_, body, status) => {
  const test = await hooked.inReview();

  expect((await send(test, body)).status).toBe(status);
});

it('offer doctor says whether the board lets us in', async () => {
  const test = await hooked.inReview();
  const check = async (): Promise<unknown> => {
    const { checks } = (await (await test.api('GET', '/doctor')).json()) as { checks: { name: string }[] };
    return checks.find(({ name }) => name === 'review board azure-devops');
  };
  const before = await check();
  hooked.server.revokeToken();

  const after = await check();

  expect(before).toMatchObject({ ok: true });
  expect(after).toMatchObject({
    ok: false,
    why: expect.stringContaining('does not take our personal access token'),
  });
  expect(JSON.stringify(after)).not.toContain(token);
});
