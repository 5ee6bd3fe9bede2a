import { createAzureDevOpsBoard } from '../../../src/services/review-board/azure-devops-board';
import type { OutsideBoard, ReviewBoard } from '../../../src/services/ports';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { type AzureDevOps, startAzureDevOps } from '../../fakes/azure-devops';
import { boardSettings, reviewRequest } from '../../support/azure-devops-board';

const { publicationId, step } = reviewRequest;
const review = { publicationId, step };
const rita = 'rita@contoso.com';

let server: AzureDevOps;
let http: SafeHttp;
let board: ReviewBoard & OutsideBoard;

beforeEach(async () => {
  server = await startAzureDevOps();
  http = createSafeHttp({ trustedOrigins: [server.origin] });
  const clock = (): Date => new Date('2026-11-20T12:00:00.000Z');
  board = createAzureDevOpsBoard({ http, clock, settings: boardSettings(server) });
  await board.open(reviewRequest);
});

afterEach(async () => {
  await http.close();
  await server.close();
});

it('is open until its state decides', async () => {
  expect(await board.read('1')).toEqual({ kind: 'open', review });

  server.act(1, rita, { 'System.State': 'Active' });

  expect(await board.read('1')).toEqual({ kind: 'open', review });
});

it.each([
  ['Approved', 'approve'],
  ['Changes requested', 'requestChanges'],
])('takes %s as %s, with all comments', async (state, decision) => {
  server.comment(1, rita, '<div>Well &amp; good<br>but slow</div>');
  server.comment(1, 'bob@contoso.com', '<p>basic/mainTemplate.json:12 Close this port</p>');
  server.act(1, rita, { 'System.State': state });

  const verdict = await board.read('1');

  expect(verdict).toEqual({
    kind: 'decided',
    review,
    decision,
    revision: 4,
    actor: rita,
    comments: [
      { message: 'Well & good\nbut slow' },
      { message: 'Close this port', path: 'basic/mainTemplate.json', line: 12 },
    ],
  });
});

it('names who decided and when, not who touched the item last', async () => {
  server.act(1, rita, { 'System.State': 'Approved' });
  server.act(1, 'bob@contoso.com', { 'System.Title': 'Another title' });

  const verdict = await board.read('1');

  expect(verdict).toMatchObject({ actor: rita, revision: 2 });
});

it('finds the decision behind hundreds of changes, and the comments of every page', async () => {
  server.act(1, rita, { 'System.State': 'Active' });
  for (let count = 0; count < 250; count += 1) server.comment(1, rita, `Comment ${count}`);
  server.act(1, rita, { 'System.State': 'Approved' });

  const verdict = await board.read('1');

  const comments = verdict?.kind === 'decided' ? verdict.comments : [];
  expect(verdict).toMatchObject({ decision: 'approve', revision: 253 });
  expect(comments).toHaveLength(250);
  expect(comments.at(-1)).toEqual({ message: 'Comment 249' });
});

it('leaves out what was deleted', async () => {
  server.comment(1, rita, 'Never mind');
  for (const comment of server.items.get(1)?.comments ?? []) comment.isDeleted = true;
  server.act(1, rita, { 'System.State': 'Approved' });

  expect(await board.read('1')).toMatchObject({ comments: [] });
});

it('is closed once we have said how it ended, whatever its state', async () => {
  await board.close({ board: 'azure-devops', id: '1', url: '' }, { decision: 'approve', actor: rita });

  expect(await board.read('1')).toEqual({ kind: 'closed', review });
});

it('knows nothing of items that are gone or not ours', async () => {
  server.act(1, rita, { 'System.Tags': 'urgent' });

  expect(await board.read('1')).toBeUndefined();
  expect(await board.read('2')).toBeUndefined();
});

it('keeps what we say to reviewers apart from what they say', async () => {
  server.comment(1, rita, 'Well done');
  await board.tell('1', 'ann’s decision does not count & never will');
  await board.tell('1', 'ann’s decision does not count & never will');
  await board.tell('2', 'nobody is there');
  server.act(1, rita, { 'System.State': 'Approved' });

  const verdict = await board.read('1');

  expect(server.items.get(1)?.comments).toHaveLength(2);
  expect(verdict).toMatchObject({ comments: [{ message: 'Well done' }] });
});
