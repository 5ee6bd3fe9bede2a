import { createAzureDevOpsBoard } from '../../../src/services/review-board/azure-devops-board';
import type { AzureDevOpsSettings } from '../../../src/services/review-board/azure-devops-settings';
import type { WorkItem } from '../../../src/domain/publication/status';
import type { ReviewEnd } from '../../../src/services/ports';
import { createSafeHttp, type SafeHttp } from '../../../src/services/safe-http/safe-http';
import { type AzureDevOps, type Disturbance, startAzureDevOps } from '../../fakes/azure-devops';
import { boardSettings, reviewRequest } from '../../support/azure-devops-board';

const clock = (): Date => new Date('2026-11-20T12:00:00.000Z');
const approved = { decision: 'approve', actor: 'rita@contoso.com' } as const;

let server: AzureDevOps;
let http: SafeHttp;
let item: WorkItem;

const boardWith = (change: Partial<AzureDevOpsSettings> = {}) =>
  createAzureDevOpsBoard({ http, clock, settings: { ...boardSettings(server), ...change } });
const close = (end: ReviewEnd = approved) => boardWith().close(item, end);

const shown = () => {
  const stored = server.items.get(1);
  const { 'System.State': state, 'System.Tags': tags } = Object.fromEntries(stored?.fields ?? []);
  return {
    state,
    isClosed: tags?.includes('offer-publication-closed'),
    comments: stored?.comments.map(({ text }) => text),
  };
};

beforeEach(async () => {
  server = await startAzureDevOps();
  http = createSafeHttp({ trustedOrigins: [server.origin] });
  item = await boardWith().open(reviewRequest);
});

afterEach(async () => {
  await http.close();
  await server.close();
});

it.each<[ReviewEnd, string, string]>([
  [approved, 'Approved', 'Approved by rita@contoso.com. The publication goes on.'],
  [
    { decision: 'requestChanges', actor: '<b>rita' },
    'Changes requested',
    'Changes requested by &#60;b&#62;rita. The publication has ended; the publisher was told.',
  ],
  [
    { decision: 'withdrawn', actor: 'ann@contoso' },
    'Withdrawn',
    'Withdrawn: the publication ended without a decision (ann@contoso).',
  ],
])('says %j by state and comment', async (end, state, comment) => {
  await close(end);

  expect(shown()).toEqual({ state, isClosed: true, comments: [comment] });
});

it('says it once, however often it is told', async () => {
  await close();
  await close();
  await close({ decision: 'withdrawn', actor: 'ann@contoso' });

  expect(shown()).toMatchObject({ state: 'Approved', comments: [expect.stringContaining('Approved by')] });
});

it.each<[Disturbance, string]>([
  ['loseAnswer', 'away'],
  ['drop', 'away'],
  ['unauthorized', 'badToken'],
])('after %s another try says it, once', async (kind, code) => {
  server.disturb(kind, /PATCH/);

  await expect(close()).rejects.toMatchObject({ code });
  await close();

  expect(shown().comments).toHaveLength(1);
});

it('does nothing when the item is gone', async () => {
  server.remove(1);

  await expect(close()).resolves.toBeUndefined();
});

it('never writes over what somebody changes at the same moment', async () => {
  const board = createAzureDevOpsBoard({
    clock,
    settings: boardSettings(server),
    http: {
      request: async (request) => {
        const isFirst = server.items.get(1)?.rev === 1;
        if (request.method === 'PATCH' && isFirst)
          server.act(1, 'rita@contoso.com', {
            'System.Tags': `${String(server.items.get(1)?.fields.get('System.Tags'))}; urgent`,
          });
        return http.request(request);
      },
    },
  });

  await board.close(item, approved);

  expect(server.items.get(1)?.fields.get('System.Tags')).toContain('urgent; offer-publication-closed');
  expect(shown()).toMatchObject({ state: 'Approved' });
});

it('says it in words where the process does not allow the state', async () => {
  const settings = { states: { approve: 'Approved', requestChanges: 'Active', withdrawn: 'Thrown away' } };

  await boardWith(settings).close(item, { decision: 'withdrawn', actor: 'ann@contoso' });

  expect(shown()).toMatchObject({
    state: 'New',
    isClosed: true,
    comments: [expect.stringContaining('Withdrawn')],
  });
});

it('leaves the state alone where withdrawn has none', async () => {
  const settings = { states: { approve: 'Approved', requestChanges: 'Active' } };

  await boardWith(settings).close(item, { decision: 'withdrawn', actor: 'ann@contoso' });

  expect(shown()).toMatchObject({ state: 'New', isClosed: true });
});

it('takes copies of the item, and what was made twice unseen, off the board', async () => {
  const copy = server.copy(1);

  await close();

  const stored = server.items.get(copy);
  expect(stored?.fields.get('System.Tags')).toBe('offer-publication-closed');
  expect(stored?.fields.get('System.State')).toBe('Withdrawn');
  expect(stored?.comments[0]?.text).toContain('_workitems/edit/1');
  expect(shown()).toMatchObject({ state: 'Approved', isClosed: true });
});
