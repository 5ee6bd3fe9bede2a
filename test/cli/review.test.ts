import { listedOffer } from '../support/listed-offer';
import { offerAt, type OfferAt } from '../support/offer-at';
import { openReviewIn } from '../support/review-shown';
import type { TestApp } from '../support/test-app';

let test: TestApp;
let offer: OfferAt;
beforeEach(async () => {
  offer = await offerAt('inReview', { draft: listedOffer() });
  ({ test } = offer);
});

const at = 'contoso/linux-vm';
const file = 'basic/mainTemplate.json';

it('list shows what waits, and says when nothing does', async () => {
  const before = await offer.run('review', 'list');
  openReviewIn(test, { dueAt: '2026-11-19T12:00:00.000Z' });

  const after = await offer.run('review', 'list', '--publisher', 'contoso');

  expect(before.stdout).toBe('Nothing waits for a review.\n');
  expect(after.stdout).toMatch(
    /^contoso\/linux-vm +Contoso Web Shop +Certification +Nov 20, 2026.* overdue\n$/,
  );
});

it('show tells what is reviewed, what changed and what was said', async () => {
  openReviewIn(test);
  await offer.run('review', 'comment', at, '--file', file, '--line', '3', '--text', 'Why?');

  const { stdout } = await offer.run('review', 'show', at);

  expect(stdout).toContain(
    'Changes since the version approved or sent back last: 1\n  basic/mainTemplate.json: changed',
  );
  expect(stdout).toContain(`${file}:3 [open]`);
  expect(stdout).toContain('  The operator: Why?');
});

it.each([
  [{ decision: 'approve', decidedBy: 'rita' }, 'approved by rita, Nov 21'],
  [{ decision: 'requestChanges', decidedBy: 'rita' }, 'changes requested by rita, Nov 21'],
  [{ decision: 'withdrawn', decidedBy: 'ann' }, 'ended without a decision, Nov 21'],
] as const)('show says in words how a review ended: %j', async (ended, words) => {
  openReviewIn(test, { ...ended, decidedAt: '2026-11-21T12:00:00.000Z' });

  const { stdout } = await offer.run('review', 'show', at);

  expect(stdout).toContain(`: ${words}`);
});

it('show says that nothing was reviewed yet', async () => {
  const { stdout } = await offer.run('review', 'show', at);

  expect(stdout).toBe('Nothing of this offer was reviewed yet.\n');
});

it('comment opens a thread, answers in it and resolves it', async () => {
  openReviewIn(test);
  const opened = await offer.run(
    'review',
    'comment',
    at,
    '--field',
    '/definition',
    '--text',
    'Why?',
    '--json',
  );
  const { threadId } = JSON.parse(opened.stdout) as { readonly threadId: string };

  const { stdout } = await offer.run(
    'review',
    'comment',
    at,
    '--thread',
    threadId,
    '--text',
    'Ok',
    '--resolve',
  );

  expect(stdout).toBe(`Thread ${threadId}: resolved.\n`);
  expect(test.catalogue.reviewThreads.threads).toMatchObject([
    { state: 'resolved', place: { pointer: '/definition' }, comments: [{ text: 'Why?' }, { text: 'Ok' }] },
  ]);
});

it.each([
  [['--file', file], 'Say something with --text'],
  [['--resolve'], 'Say with --thread'],
  [['--thread', 't', '--file', file, '--text', 'x'], 'leave out --file'],
  [['--line', 'zero', '--text', 'x'], 'a line has a number'],
])('comment with %j is a wrong command line', async (flags, reason) => {
  openReviewIn(test);

  const { exitCode, stderr } = await offer.run('review', 'comment', at, ...flags);

  expect(exitCode).toBe(2);
  expect(stderr).toContain(reason);
});

it('request-changes takes the open threads, and without any it needs a word', async () => {
  openReviewIn(test);
  const silent = await offer.run('review', 'request-changes', at);
  await offer.run('review', 'comment', at, '--file', file, '--line', '3', '--text', 'Why?');

  const { exitCode, stdout } = await offer.run('review', 'request-changes', at);

  expect(silent.exitCode).toBe(2);
  expect([exitCode, stdout]).toEqual([0, 'Review decision: accepted for contoso/linux-vm.\n']);
  expect(test.client.sent).toMatchObject([
    { input: { decision: 'requestChanges', comments: [{ message: 'Why?', path: file, line: 3 }] } },
  ]);
});

it('approve carries the tips', async () => {
  openReviewIn(test);

  await offer.run('review', 'approve', at, '--comment', 'Shorten the summary', 'Name the regions');

  expect(test.client.sent).toMatchObject([
    {
      input: {
        decision: 'approve',
        comments: [{ message: 'Shorten the summary' }, { message: 'Name the regions' }],
      },
    },
  ]);
});
