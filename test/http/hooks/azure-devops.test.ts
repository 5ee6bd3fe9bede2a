import type { AppDeps } from '../../../src/http/deps';
import { createAzureDevOpsBoard } from '../../../src/services/review-board/azure-devops-board';
import type { OutsideBoard, ReviewBoard } from '../../../src/services/ports';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { type AzureDevOps, type HookEvent, startAzureDevOps, token } from '../../fakes/azure-devops';
import { reviewItem } from '../../fakes/fake-reviews';
import { boardSettings, reviewRequest } from '../../support/azure-devops-board';
import { listedOffer } from '../../support/listed-offer';
import { publicationAt, publicationId } from '../../support/publication-at';
import { offerPath, testApp, type TestApp } from '../../support/test-app';

const hookSecret = 'a-secret-of-hooks-for-tests';
const rita = 'rita@contoso.com';

let server: AzureDevOps;
let http: SafeHttp;
let board: ReviewBoard & OutsideBoard;

beforeEach(async () => {
  server = await startAzureDevOps();
  http = createSafeHttp({ trustedOrigins: [server.origin] });
  const clock = (): Date => new Date('2026-11-20T12:00:00.000Z');
  board = createAzureDevOpsBoard({ http, clock, settings: boardSettings(server) });
});

afterEach(async () => {
  await http.close();
  await server.close();
});

const offer = { publisherId: 'contoso', offerId: 'linux-vm', publicationId, step: 'displaycertify' };

/** An offer in review, its work item on the board. */
async function inReview(change: Partial<AppDeps> = {}): Promise<TestApp> {
  const test = testApp({ outsideBoard: { board, hookSecret }, ...change });
  await test.api('PUT', offerPath, listedOffer());
  test.publish(waiting('waitingForApproval'));
  const workItem = await board.open({ ...reviewRequest, ...offer });
  test.catalogue.reviews.rows.push(reviewItem({ ...offer, workItem }));
  return test;
}

const waiting = (status: 'inProgress' | 'waitingForApproval' | 'complete') =>
  publicationAt('certification', [{ kind: 'stepChanged', step: offer.step, status }]);

const basic = (secret: string): string => `Basic ${Buffer.from(`hooks:${secret}`).toString('base64')}`;

async function send({ app }: TestApp, event: unknown, authorization = basic(hookSecret)) {
  const answer = await app.request('/hooks/azure-devops', {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: typeof event === 'string' ? event : JSON.stringify(event),
  });
  return {
    status: answer.status,
    headers: answer.headers,
    told: (await answer.json()) as { outcome?: string },
  };
}

const newest = (): HookEvent | undefined => server.events.at(-1);

it.each([
  ['Approved', 'approve'],
  ['Changes requested', 'requestChanges'],
])('an item that becomes %s tells the publication: %s', async (state, decision) => {
  const test = await inReview();
  server.comment(1, rita, '<p>basic/mainTemplate.json:12 Close this port</p>');
  server.act(1, rita, { 'System.State': state });

  const answer = await send(test, newest());

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'decided' } });
  expect(test.client.sent).toEqual([
    {
      name: 'reviewDecision',
      input: {
        requestId: expect.stringMatching(/^[\da-f-]{36}$/),
        actor: rita,
        publicationId,
        decision,
        comments: [{ message: 'Close this port', path: 'basic/mainTemplate.json', line: 12 }],
      },
    },
  ]);
  expect(test.catalogue.operationRows).toMatchObject([
    { kind: 'reviewDecision', actor: rita, publicationId },
  ]);
});

it('the same event again, and events out of order, change nothing more', async () => {
  const test = await inReview();
  server.act(1, rita, { 'System.State': 'Active' });
  server.act(1, rita, { 'System.State': 'Approved' });
  server.act(1, 'bob@contoso.com', { 'System.Title': 'A better title' });

  const events = [...server.events].toReversed();
  const answers = [];
  for (const event of [...events, ...events]) answers.push((await send(test, event)).told.outcome);

  expect(answers).toEqual(Array.from({ length: 6 }, () => 'decided'));
  expect(test.client.sent).toHaveLength(1);
  expect(test.catalogue.operationRows).toHaveLength(1);
});

it('a body that claims a decision decides nothing: the item is asked', async () => {
  const test = await inReview();
  const fields = { 'System.State': { oldValue: 'New', newValue: 'Approved' } };

  const answer = await send(test, {
    eventType: 'workitem.updated',
    resource: { workItemId: 1, rev: 9, fields, revisedBy: { uniqueName: rita } },
  });

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});

it.each([
  ['another secret', basic('a-secret-of-somebody-else')],
  ['a secret that is a part of it', basic(hookSecret.slice(0, -1))],
  ['the API token', 'Bearer a-token-for-tests-only'],
  ['nothing', ''],
])('%s is turned away', async (_, authorization) => {
  const test = await inReview();
  server.act(1, rita, { 'System.State': 'Approved' });
  const asked = server.calls.length;

  const answer = await send(test, newest(), authorization);

  expect(answer.status).toBe(401);
  expect(answer.headers.get('WWW-Authenticate')).toContain('Basic');
  expect(server.calls).toHaveLength(asked);
  expect(test.client.sent).toEqual([]);
});

it('takes the secret from a header, too', async () => {
  const test = await inReview();

  const answer = await send(test, { eventType: 'workitem.updated' }, `Bearer ${hookSecret}`);

  expect(answer.status).toBe(200);
});

it('nobody has the secret where no board is configured', async () => {
  const answer = await send(testApp(), { eventType: 'workitem.updated' });

  expect(answer.status).toBe(401);
});

it('those who guess are slowed down', async () => {
  const wrongTokens = { take: async () => 17, giveBack: async () => undefined };
  const test = await inReview({ limits: { requests: wrongTokens, signIns: wrongTokens, wrongTokens } });

  const answer = await send(test, {}, basic('a-guess-of-somebody'));

  expect(answer.status).toBe(429);
  expect(answer.headers.get('Retry-After')).toBe('17');
});

it.each([
  ['an item nobody knows', { eventType: 'workitem.updated', resource: { workItemId: 77 } }],
  [
    'the sample that a test of the hook sends',
    { eventType: 'workitem.updated', resource: { workItemId: 0 } },
  ],
  ['an event without an item', { eventType: 'workitem.updated', resource: null }],
])('%s is answered, logged and forgotten', async (_, event) => {
  const test = await inReview();

  const answer = await send(test, event);

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.logged).toHaveLength(1);
  expect(test.client.sent).toEqual([]);
});

it('another kind of event is answered and forgotten', async () => {
  const test = await inReview();

  const answer = await send(test, { eventType: 'workitem.created', resource: { id: 1 } });

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
});

it('an item of a publication that is not in our catalogue decides nothing', async () => {
  const test = await inReview();
  test.catalogue.reviews.rows.splice(0);
  server.act(1, rita, { 'System.State': 'Approved' });

  expect(await send(test, newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.logged).toHaveLength(1);
});

it('a copy of the item, tags and all, decides nothing', async () => {
  const test = await inReview();
  const copy = server.copy(1);
  server.act(copy, rita, { 'System.State': 'Approved' });

  expect(await send(test, newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(server.items.get(copy)?.comments[0]?.text).toContain('_workitems/edit/1');
  expect(test.client.sent).toEqual([]);
});

it('a decision that was taken back before we looked is none', async () => {
  const test = await inReview();
  server.act(1, rita, { 'System.State': 'Approved' });
  const early = newest();
  server.act(1, rita, { 'System.State': 'Active' });

  expect(await send(test, early)).toMatchObject({ told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});

it('who signed off may not decide, however the name is written', async () => {
  const test = await inReview();
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), signedOffBy: [rita] });
  test.publish(
    publicationAt('certification', [
      { kind: 'goLiveVoted', actor: rita },
      { kind: 'stepChanged', step: offer.step, status: 'waitingForApproval' },
    ]),
  );
  server.act(1, 'Rita@Contoso.com', { 'System.State': 'Approved' });

  const answer = await send(test, newest());

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'refused' } });
  expect(JSON.stringify(answer.told)).toContain('signed off');
  expect(test.catalogue.operationRows).toEqual([]);
  await send(test, newest());
  expect(server.items.get(1)?.comments.map(({ text }) => text)).toEqual([
    'Offer publication: the decision of Rita@Contoso.com (revision 2) does not count. Who signed off may not decide: somebody else has to set the state.',
  ]);
});

it.each(['throttle', 'away', 'drop', 'signIn', 'nonsense'] as const)(
  'after %s the event is asked for again, and then it counts',
  async (disturbance) => {
    const test = await inReview();
    server.act(1, rita, { 'System.State': 'Approved' });
    server.disturb(disturbance);

    const first = await send(test, newest());

    expect(first.status).toBe(503);
    expect(JSON.stringify([first.told, test.logged])).not.toContain(token);
    if (disturbance === 'throttle') return;
    expect(await send(test, newest())).toMatchObject({ status: 200, told: { outcome: 'decided' } });
  },
);

it('a fault of ours is answered so that the event comes again', async () => {
  const test = await inReview();
  server.act(1, rita, { 'System.State': 'Approved' });
  test.client.next = 'pending';

  const first = await send(test, newest());
  test.client.next = undefined;
  const second = await send(test, newest());

  expect([first.status, second.status]).toEqual([503, 200]);
  const ids = test.client.sent.map(({ input }) => (input as { readonly requestId: string }).requestId);
  expect(new Set(ids).size).toBe(1);
});

it('a decision that is faster than the publication waits for it', async () => {
  const test = await inReview();
  test.publish(waiting('inProgress'));
  server.act(1, rita, { 'System.State': 'Approved' });

  const early = await send(test, newest());
  test.publish(waiting('waitingForApproval'));
  const inTime = await send(test, newest());

  expect([early.status, inTime.status]).toEqual([503, 200]);
  expect(test.client.sent).toHaveLength(1);
});

it('an item that the catalogue does not know to be the one yet is asked for again', async () => {
  const test = await inReview();
  test.catalogue.reviews.rows.splice(0, 1, reviewItem({ ...offer, workItem: null }));
  server.act(1, rita, { 'System.State': 'Approved' });

  expect(await send(test, newest())).toMatchObject({ status: 503 });
});

it.each([
  [
    'was decided elsewhere',
    { decidedAt: '2026-11-20T12:00:00.000Z', decision: 'approve', decidedBy: 'rita' } as const,
  ],
  ['goes on', {}],
])('a review that %s is not decided again', async (_, change) => {
  const test = await inReview();
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), ...change });
  if (!('decidedAt' in change)) test.publish(waiting('complete'));
  server.act(1, rita, { 'System.State': 'Changes requested' });

  expect(await send(test, newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});

it('a decision that was taken, and its record lost, is recorded when the event comes again', async () => {
  const test = await inReview();
  server.act(1, rita, { 'System.State': 'Approved' });
  await send(test, newest());
  const { requestId } = (test.client.sent[0]?.input ?? {}) as { readonly requestId?: string };
  test.catalogue.operationRows.splice(0);
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), decidedAt: '2026-11-20T12:00:00.000Z' });
  const message = { code: 'review.approved', params: { actor: rita, requestId: String(requestId) } };
  test.catalogue.statuses.splice(0);
  test.publish(
    publicationAt('certification', [
      { kind: 'messageAdded', step: offer.step, level: 'information', message },
    ]),
  );

  const answer = await send(test, newest());

  expect(answer.told.outcome).toBe('decided');
  expect(test.client.sent).toHaveLength(1);
  expect(test.catalogue.operationRows).toMatchObject([{ operationId: requestId, actor: rita }]);
});

it.each([
  ['no JSON', '{', 400],
  ['no event', '{}', 400],
  ['more than 1 MiB', `{"eventType":"${'x'.repeat(1024 * 1024)}"}`, 413],
])('%s is refused', async (_, body, status) => {
  const test = await inReview();

  expect((await send(test, body)).status).toBe(status);
});

it('offer doctor says whether the board lets us in', async () => {
  const test = await inReview();
  const check = async (): Promise<unknown> => {
    const { checks } = (await (await test.api('GET', '/doctor')).json()) as { checks: { name: string }[] };
    return checks.find(({ name }) => name === 'review board azure-devops');
  };
  const before = await check();
  server.revokeToken();

  const after = await check();

  expect(before).toMatchObject({ ok: true });
  expect(after).toMatchObject({
    ok: false,
    why: expect.stringContaining('does not take our personal access token'),
  });
  expect(JSON.stringify(after)).not.toContain(token);
});
