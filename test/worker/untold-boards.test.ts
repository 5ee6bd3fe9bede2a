import type { MailInput } from '../../src/activities/contract';
import { tellUntoldBoards } from '../../src/worker/untold-boards';
import { fakeReviewBoard } from '../fakes/fake-review-board';
import { fakeReviews, reviewItem } from '../fakes/fake-reviews';

const decidedAt = '2026-11-20T12:00:00.000Z';
const key = { publicationId: '11111111-1111-4111-8111-111111111111', step: 'microsoft-review' };
const withdrawn = {
  decidedAt,
  decision: 'withdrawn',
  decidedBy: 'offer-publication',
  workItem: null,
} as const;
const request = { ...reviewItem(), ...key, certificationNotes: '', page: '', workItem: null };

/** Some time after the decision. */
function arrange(afterMs = 120_000) {
  const reviews = fakeReviews();
  const reviewBoard = fakeReviewBoard('azure-devops');
  const mails: MailInput[] = [];
  const roles = {
    reviews,
    reviewBoard,
    sendMail: async (mail: MailInput) => void mails.push(mail),
    clock: () => new Date(Date.parse(decidedAt) + afterMs),
  };
  return { roles, reviews, reviewBoard, mails };
}

it('closes the item that the board made when its worker was killed, once it shows up', async () => {
  const { roles, reviews, reviewBoard } = arrange();
  reviews.rows.push(reviewItem({ ...key, ...withdrawn }));

  await tellUntoldBoards(roles);
  const early = [...reviewBoard.closed];
  await reviewBoard.open(request);
  await tellUntoldBoards(roles);
  await tellUntoldBoards(roles);

  expect(early).toEqual([]);
  expect(reviewBoard.closed).toEqual([{ id: 'item-1', decision: 'withdrawn', actor: 'offer-publication' }]);
  expect(reviews.told.size).toBe(1);
});

it('looks no more for an item that did not show up within an hour', async () => {
  const { roles, reviews } = arrange(3_600_001);
  reviews.rows.push(reviewItem({ ...key, ...withdrawn }));

  await tellUntoldBoards(roles);

  expect(reviews.told.size).toBe(1);
});

it('tells a board that was away at the next round, and mails nobody', async () => {
  const { roles, reviews, reviewBoard, mails } = arrange();
  const workItem = await reviewBoard.open(request);
  reviews.rows.push(reviewItem({ ...key, decidedAt, decision: 'approve', decidedBy: 'rita', workItem }));
  reviewBoard.failNext = 'The board is away.';

  await expect(tellUntoldBoards(roles)).rejects.toThrow('was not told of some ends');
  await tellUntoldBoards(roles);

  expect(reviewBoard.closed).toEqual([{ id: 'item-1', decision: 'approve', actor: 'rita' }]);
  expect(mails).toEqual([]);
});

it('mails the operator why, once the board has refused for an hour, and tells the others all the same', async () => {
  const { roles, reviews, reviewBoard, mails } = arrange(3_600_001);
  const other = { ...key, publicationId: '22222222-2222-4222-8222-222222222222' };
  for (const each of [key, other]) {
    const workItem = await reviewBoard.open({ ...request, ...each });
    reviews.rows.push(reviewItem({ ...each, decidedAt, decision: 'approve', decidedBy: 'rita', workItem }));
  }
  reviewBoard.failNext = 'Not allowed.';

  await expect(tellUntoldBoards(roles)).rejects.toThrow('was not told of some ends');

  expect(mails).toMatchObject([
    { ...key, event: 'boardAway', number: 1, emails: [], reason: 'Not allowed.' },
  ]);
  expect(reviewBoard.closed).toHaveLength(1);
});
