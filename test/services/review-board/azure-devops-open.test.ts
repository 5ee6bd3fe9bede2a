import { createAzureDevOpsBoard } from '../../../src/services/review-board/azure-devops-board';
import type { AzureDevOpsSettings } from '../../../src/services/review-board/azure-devops-settings';
import type { ReviewRequest } from '../../../src/services/ports';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { type AzureDevOps, type Disturbance, startAzureDevOps, token } from '../../fakes/azure-devops';
import { boardSettings, reviewRequest } from '../../support/azure-devops-board';

let server: AzureDevOps;
let http: SafeHttp;
let now: Date;

beforeEach(async () => {
  server = await startAzureDevOps();
  http = createSafeHttp({ trustedOrigins: [server.origin] });
  now = new Date('2026-11-20T12:00:00.000Z');
});

afterEach(async () => {
  await http.close();
  await server.close();
});

const boardWith = (change: Partial<AzureDevOpsSettings> = {}) =>
  createAzureDevOpsBoard({ http, clock: () => now, settings: { ...boardSettings(server), ...change } });

const open = (request: ReviewRequest = reviewRequest) => boardWith().open(request);
const creations = (): number => server.calls.filter((call) => call.startsWith('POST wit/workitems/$')).length;

it('makes an item with all that reviewers need, and tells where it is', async () => {
  const item = await open();

  const fields = Object.fromEntries(server.items.get(1)?.fields ?? []);
  expect(item).toEqual({
    board: 'azure-devops',
    id: '1',
    url: `${server.organizationUrl}/Marketplace%20Reviews/_workitems/edit/1`,
  });
  expect(server.items.get(1)?.type).toBe('Offer review');
  expect(fields['System.Title']).toBe('Review contoso/web-shop version 3: Contoso Web Shop');
  expect(fields['System.Tags']).toBe(`offer-publication:${reviewRequest.publicationId}/microsoft-review`);
  expect(fields['System.Description']).toMatchSnapshot();
});

it('finds the item of a review by its tag, and none of another review', async () => {
  const made = await open();
  const { publicationId, step } = reviewRequest;

  expect(await boardWith().find({ publicationId, step })).toEqual(made);
  expect(await boardWith().find({ publicationId, step: 'final-review' })).toBeUndefined();
});

it('puts it into an area and takes a title of any length', async () => {
  await boardWith({ areaPath: 'Marketplace Reviews\\Offers' }).open({
    ...reviewRequest,
    title: 'a'.repeat(500),
  });

  expect(server.items.get(1)?.fields.get('System.AreaPath')).toBe('Marketplace Reviews\\Offers');
  expect(server.items.get(1)?.fields.get('System.Title')).toHaveLength(255);
});

it('shows words of strangers as words', async () => {
  await open({ ...reviewRequest, certificationNotes: '<script>alert(1)</script>', changes: ['<img src=x>'] });

  const description = server.items.get(1)?.fields.get('System.Description') ?? '';
  expect(description).not.toMatch(/<script|<img/);
  expect(description).toContain('&#60;script&#62;');
});

it('finds the item again when it is opened again', async () => {
  const first = await open();

  const again = await open();

  expect(again).toEqual(first);
  expect(server.items.size).toBe(1);
});

it('makes an item for each step and each publication', async () => {
  await open({ ...reviewRequest, step: `${reviewRequest.step}-of-terms` });
  await open();
  await open({ ...reviewRequest, publicationId: '22222222-2222-4222-8222-222222222222' });

  expect(server.items.size).toBe(3);
});

it.each<[Disturbance, RegExp]>([
  ['loseAnswer', /\$/],
  ['drop', /\$/],
  ['away', /\$/],
  ['nonsense', /\$/],
  ['drop', /wiql/],
  ['loseAnswer', /wiql/],
])('after %s at %s another try finds or makes the one item', async (kind, at) => {
  server.disturb(kind, at);

  await expect(open()).rejects.toMatchObject({ name: 'AzureDevOpsError', code: 'away' });
  const item = await open();

  expect(item.id).toBe('1');
  expect(server.items.size).toBe(1);
});

it('finds the item of somebody who was killed right after it was made', async () => {
  // The second look never comes: it ends with the process.
  server.disturb('drop', /GET wit\/workitems/);
  await expect(open()).rejects.toThrow('gave no answer');

  const item = await open();

  expect(item.id).toBe('1');
  expect(creations()).toBe(1);
});

it('keeps one of two items that were made at once', async () => {
  await Promise.allSettled([open(), open(), open()]);
  const after = await open();

  const tagged = [...server.items.values()].filter(({ fields }) =>
    fields.get('System.Tags')?.includes(reviewRequest.publicationId),
  );
  expect(tagged.map(({ id }) => String(id))).toEqual([after.id]);
});

it('takes the older item when the query had not seen it yet', async () => {
  server.holdBackQueries(true);
  await open();
  await open();
  server.holdBackQueries(false);

  const item = await open();

  expect(item.id).toBe('1');
  expect(server.items.get(2)?.fields.get('System.Tags')).toBe('offer-publication-closed');
  expect(server.items.get(2)?.fields.get('System.State')).toBe('Withdrawn');
  expect(server.items.get(2)?.comments[0]?.text).toContain('the review is');
});

it('makes another item after one that was closed: reviewers are asked about other bytes', async () => {
  const first = await open();
  await boardWith().close(first, { decision: 'approve', actor: 'rita' });

  const second = await open();
  const again = await open();

  const { publicationId, step } = reviewRequest;
  expect([second.id, again.id]).toEqual(['2', '2']);
  expect(await boardWith().find({ publicationId, step })).toEqual(second);
  expect(await boardWith().read(first.id)).toBeUndefined();
  expect(server.items.get(1)?.fields.get('System.Tags')).toBe('offer-publication-closed');
});

it('waits as long as it is told before anything is sent again', async () => {
  const board = boardWith();
  server.disturb('throttle');
  await expect(board.open(reviewRequest)).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 7000 });
  const sent = server.calls.length;

  now = new Date(now.getTime() + 6_999);
  await expect(board.open(reviewRequest)).rejects.toMatchObject({ code: 'throttled', retryAfterMs: 1 });
  const sentMeanwhile = server.calls.length - sent;
  now = new Date(now.getTime() + 1);
  const item = await board.open(reviewRequest);

  expect(sentMeanwhile).toBe(0);
  expect(item.id).toBe('1');
});

it('goes on when it is only slowed down', async () => {
  server.disturb('slow', /wiql/);

  const item = await open();

  expect(item.id).toBe('1');
});

it.each<[Disturbance, string, string]>([
  ['signIn', 'badToken', 'Set a valid one in AZURE_DEVOPS.'],
  ['unauthorized', 'badToken', 'Set a valid one in AZURE_DEVOPS.'],
  ['forbidden', 'forbidden', 'The token may not do this in Azure DevOps: HTTP 403'],
])('names %s as what it is, without the token', async (kind, code, words) => {
  server.disturb(kind);

  const error = await open().catch((reason: unknown) => reason);

  expect(error).toMatchObject({ code });
  expect(String(error)).toContain(words);
  expect(JSON.stringify([String(error), error])).not.toContain(token);
});

it('names a project that is not there', async () => {
  const board = boardWith({ project: 'Elsewhere' });

  await expect(board.open(reviewRequest)).rejects.toMatchObject({ code: 'notFound' });
});

it('reaches no other place that is not public', async () => {
  const elsewhere = createSafeHttp({ trustedOrigins: ['http://127.0.0.1:1'] });
  const board = createAzureDevOpsBoard({
    http: elsewhere,
    clock: () => now,
    settings: boardSettings(server),
  });

  await expect(board.open(reviewRequest)).rejects.toThrow('only https is allowed');
  expect(server.calls).toEqual([]);
});

it('says which words of the settings the board does not know', async () => {
  await expect(boardWith().ping()).resolves.toBeUndefined();
  await expect(boardWith({ states: { approve: 'Done', requestChanges: 'Active' } }).ping()).rejects.toThrow(
    'Work item type Offer review has no state Done',
  );
});
