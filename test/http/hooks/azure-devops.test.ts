import { reviewItem } from '../../fakes/fake-reviews';
import {
  type HookedBoard,
  reviewed,
  rita,
  send,
  startHookedBoard,
  waiting,
} from '../../support/azure-devops-hook';
import { publicationAt, publicationId } from '../../support/publication-at';

let hooked: HookedBoard;
beforeEach(async () => {
  hooked = await startHookedBoard();
});
afterEach(() => hooked.close());

it.each([
  ['Approved', 'approve'],
  ['Changes requested', 'requestChanges'],
])('an item that becomes %s tells the publication: %s', async (state, decision) => {
  const test = await hooked.inReview();
  hooked.server.comment(1, rita, '<p>basic/mainTemplate.json:12 Close this port</p>');
  hooked.server.act(1, rita, { 'System.State': state });

  const answer = await send(test, hooked.newest());

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
  const test = await hooked.inReview();
  hooked.server.act(1, rita, { 'System.State': 'Active' });
  hooked.server.act(1, rita, { 'System.State': 'Approved' });
  hooked.server.act(1, 'bob@contoso.com', { 'System.Title': 'A better title' });

  const events = [...hooked.server.events].toReversed();
  const answers = [];
  for (const event of [...events, ...events]) answers.push((await send(test, event)).told.outcome);

  expect(answers).toEqual(Array.from({ length: 6 }, () => 'decided'));
  expect(test.client.sent).toHaveLength(1);
  expect(test.catalogue.operationRows).toHaveLength(1);
});

it('a body that claims a decision decides nothing: the item is asked', async () => {
  const test = await hooked.inReview();
  const fields = { 'System.State': { oldValue: 'New', newValue: 'Approved' } };

  const answer = await send(test, {
    eventType: 'workitem.updated',
    resource: { workItemId: 1, rev: 9, fields, revisedBy: { uniqueName: rita } },
  });

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});

it('a decision that was taken back before we looked is none', async () => {
  const test = await hooked.inReview();
  hooked.server.act(1, rita, { 'System.State': 'Approved' });
  const early = hooked.newest();
  hooked.server.act(1, rita, { 'System.State': 'Active' });

  expect(await send(test, early)).toMatchObject({ told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});

it.each([
  ['in a signal', rita],
  ['by an identity provider', `${rita} (login.example.com)`],
  ['by one that writes names otherwise', 'RITA@contoso.com (login.example.com)'],
])('who signed off %s may not decide, however the name is written', async (_how, signer) => {
  const test = await hooked.inReview();
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), signedOffBy: [signer] });
  test.publish(
    publicationAt('certification', [
      { kind: 'goLiveVoted', actor: signer },
      { kind: 'stepChanged', step: reviewed.step, status: 'waitingForApproval' },
    ]),
  );
  hooked.server.act(1, 'Rita@Contoso.com', { 'System.State': 'Approved' });

  const answer = await send(test, hooked.newest());

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'refused' } });
  expect(JSON.stringify(answer.told)).toContain('signed off');
  expect(test.catalogue.operationRows).toEqual([]);
  await send(test, hooked.newest());
  expect(hooked.server.items.get(1)?.comments.map(({ text }) => text)).toEqual([
    'Offer publication: the decision of Rita@Contoso.com (revision 2) does not count. Who signed off may not decide: somebody else has to set the state.',
  ]);
});

it('whose name only begins like that of who signed off may decide', async () => {
  const test = await hooked.inReview();
  const [row] = test.catalogue.reviews.rows.splice(0);
  const signedOffBy = ['rita@contoso', 'rita@contoso.com.example (login.example.com)'];
  test.catalogue.reviews.rows.push({ ...reviewItem(row), signedOffBy });
  hooked.server.act(1, rita, { 'System.State': 'Approved' });

  expect(await send(test, hooked.newest())).toMatchObject({ told: { outcome: 'decided' } });
});

it('an item of a publication that is not in our catalogue decides nothing', async () => {
  const test = await hooked.inReview();
  test.catalogue.reviews.rows.splice(0);
  hooked.server.act(1, rita, { 'System.State': 'Approved' });

  expect(await send(test, hooked.newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.logged).toHaveLength(1);
});

it('a copy of the item, tags and all, decides nothing', async () => {
  const test = await hooked.inReview();
  const copy = hooked.server.copy(1);
  hooked.server.act(copy, rita, { 'System.State': 'Approved' });

  expect(await send(test, hooked.newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(hooked.server.items.get(copy)?.comments[0]?.text).toContain('_workitems/edit/1');
  expect(test.client.sent).toEqual([]);
});

it.each([
  ['an item nobody knows', { eventType: 'workitem.updated', resource: { workItemId: 77 } }],
  [
    'the sample that a test of the hook sends',
    { eventType: 'workitem.updated', resource: { workItemId: 0 } },
  ],
  ['an event without an item', { eventType: 'workitem.updated', resource: null }],
])('%s is answered, logged and forgotten', async (_, event) => {
  const test = await hooked.inReview();

  const answer = await send(test, event);

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.logged).toHaveLength(1);
  expect(test.client.sent).toEqual([]);
});

it('another kind of event is answered and forgotten', async () => {
  const test = await hooked.inReview();

  const answer = await send(test, { eventType: 'workitem.created', resource: { id: 1 } });

  expect(answer).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
});

it.each([
  [
    'was decided elsewhere',
    { decidedAt: '2026-11-20T12:00:00.000Z', decision: 'approve', decidedBy: 'rita' } as const,
  ],
  ['goes on', {}],
])('a review that %s is not decided again', async (_, change) => {
  const test = await hooked.inReview();
  const [row] = test.catalogue.reviews.rows.splice(0);
  test.catalogue.reviews.rows.push({ ...reviewItem(row), ...change });
  if (!('decidedAt' in change)) test.publish(waiting('complete'));
  hooked.server.act(1, rita, { 'System.State': 'Changes requested' });

  expect(await send(test, hooked.newest())).toMatchObject({ status: 200, told: { outcome: 'nothing' } });
  expect(test.client.sent).toEqual([]);
});
