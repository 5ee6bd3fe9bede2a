import { type DecidedReview, standingApproval } from '../../../src/domain/review/standing-approval';

const now = new Date('2026-03-01T00:00:00Z');
const review = (changed: Partial<DecidedReview> = {}): DecidedReview => ({
  reportIds: ['report of the package', 'report of the disk'],
  decision: 'approve',
  decidedAt: '2026-02-01T00:00:00.000Z',
  decidedBy: 'rita',
  ...changed,
});

it.each<[string, readonly DecidedReview[], object | undefined]>([
  ['nobody has reviewed it', [], undefined],
  ['it was approved', [review()], { actor: 'rita', since: '2026-02-01T00:00:00.000Z' }],
  ['something else was approved', [review({ reportIds: ['another'] })], undefined],
  ['changes were requested', [review({ decision: 'requestChanges' })], undefined],
  ['it was withdrawn', [review({ decision: 'withdrawn' })], undefined],
  ['it waits for a decision', [review({ decision: null, decidedAt: null, decidedBy: null })], undefined],
  ['the approval is ninety days old', [review({ decidedAt: '2025-12-01T00:00:00.000Z' })], undefined],
  [
    'a newer one holds',
    [
      review({ decidedAt: '2025-12-01T00:00:00.000Z' }),
      review({ decidedAt: '2026-02-20T00:00:00.000Z', decidedBy: 'olga' }),
    ],
    { actor: 'olga', since: '2026-02-20T00:00:00.000Z' },
  ],
])('when %s', (_what, reviews, expected) => {
  expect(standingApproval(reviews, 'report of the disk', now)).toEqual(expected);
});
