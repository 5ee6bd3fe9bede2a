import { comparedVersion } from '../../../src/domain/review/compared-version';

const step = 'microsoft-review';
const review = (offerVersion: number, decision: string | null, at = step) => ({
  step: at,
  offerVersion,
  decision,
});
const approved = (offerVersion: number) => ({ offerVersion, isApproved: true });
const asked = { step, offerVersion: 5 };

it.each([
  ['nothing before anything was approved or live', [review(5, null)], null, undefined],
  ['what is live', [], 3, approved(3)],
  ['what was approved after it, although it never went live', [review(4, 'approve')], 3, approved(4)],
  ['what is live, when it is newer', [review(2, 'approve')], 3, approved(3)],
  [
    'not what was refused or withdrawn',
    [review(4, 'requestChanges'), review(3, 'withdrawn')],
    2,
    approved(2),
  ],
  [
    'what was sent back last, before anything was approved',
    [review(3, 'requestChanges'), review(4, 'requestChanges')],
    null,
    { offerVersion: 4, isApproved: false },
  ],
  ['not an exception in certification', [review(4, 'approve', 'displaycertify')], null, undefined],
  ['not itself, nor what came later', [review(5, 'approve'), review(6, 'approve')], 6, undefined],
] as const)('a review compares with %s', (_what, reviews, liveVersion, expected) => {
  expect(comparedVersion(reviews, { ...asked, liveVersion })).toEqual(expected);
});
