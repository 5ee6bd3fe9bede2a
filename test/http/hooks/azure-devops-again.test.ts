import { token } from '../../fakes/azure-devops';
import { reviewItem } from '../../fakes/fake-reviews';
import {
  type HookedBoard,
  reviewed,
  rita,
  send,
  startHookedBoard,
  waiting,
} from '../../support/azure-devops-hook';
import { publicationAt } from '../../support/publication-at';

let hooked: HookedBoard;
beforeEach(async () => {
  hooked = await startHookedBoard();
});
afterEach(() => hooked.close());

it.each(['throttle', 'away', 'drop', 'signIn', 'nonsense'] as const)(
  'after %s the event is asked for again, and then it counts',
  async (disturbance) => {
    const test = await hooked.inReview();
    hooked.server.act(1, rita, { 'System.State': 'Approved' });
    hooked.server.disturb(disturbance);

    const first = await send(test, hooked.newest());

    expect(first.status).toBe(503);
    expect(JSON.stringify([first.told, test.logged])).not.toContain(token);
    if (disturbance === 'throttle') return;
    expect(await send(test, hooked.newest())).toMatchObject({ status: 200, told: { outcome: 'decided' } });
  },
);

it('a fault of ours is answered so that the event comes again', async () => {
  const test = await hooked.inReview();
  hooked.server.act(1, rita, { 'System.State': 'Approved' });
  test.client.next = 'pending';

  const first = await send(test, hooked.newest());
  test.client.next = undefined;
  const second = await send(test, hooked.newest());

  expect([first.status, second.status]).toEqual([503, 200]);
  const ids = test.client.sent.map(({ input }) => (input as { readonly requestId: string }).requestId);
  expect(new Set(ids).size).toBe(1);
});

it('a decision that is faster than the publication waits for it', async () => {
  const test = await hooked.inReview();
  test.publish(waiting('inProgress'));
  hooked.server.act(1, rita, { 'System.State': 'Approved' });

  const early = await send(test, hooked.newest());
  test.publish(waiting('waitingForApproval'));
  const inTime = await send(test, hooked.newest());

  expect([early.status, inTime.status]).toEqual([503, 200]);
  expect(test.client.sent).toHaveLength(1);
});

it('an item that the catalogue does not know to be the one yet is asked for again', async () => {
  const test = await hooked.inReview();
  test.catalogue.reviews.rows.splice(0, 1, reviewItem({ ...reviewed, workItem: null }));
  hooked.server.act(1, rita, { 'System.State': 'Approved' });

  expect(await send(test, hooked.newest())).toMatchObject({ status: 503 });
});

it('a decision that was taken, and its record lost, is recorded when the event comes again', async () => {
  const test = await hooked.inReview();
  hooked.server.act(1, rita, { 'System.State': 'Approved' });
  await send(test, hooked.newest());
  const { requestId } = (test.client.sent[0]?.input ?? {}) as { readonly requestId?: string };
  test.catalogue.operationRows.splice(0);
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), decidedAt: '2026-11-20T12:00:00.000Z' });
  const message = { code: 'review.approved', params: { actor: rita, requestId: String(requestId) } };
  test.catalogue.statuses.splice(0);
  test.publish(
    publicationAt('certification', [
      { kind: 'messageAdded', step: reviewed.step, level: 'information', message },
    ]),
  );

  const answer = await send(test, hooked.newest());

  expect(answer.told.outcome).toBe('decided');
  expect(test.client.sent).toHaveLength(1);
  expect(test.catalogue.operationRows).toMatchObject([{ operationId: requestId, actor: rita }]);
});
