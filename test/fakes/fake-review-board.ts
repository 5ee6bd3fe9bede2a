import type { WorkItem } from '../../src/domain/publication/status';
import type { ReviewBoard, ReviewRequest } from '../../src/services/ports';

export type FakeReviewBoard = ReviewBoard & {
  readonly requests: ReviewRequest[];
  readonly closed: { readonly id: string; readonly decision: string; readonly actor: string }[];
  /** The next call throws this. */
  failNext: string | undefined;
};

/** A board that finds what it has by publication and step, as every board must. */
export function fakeReviewBoard(name = 'own'): FakeReviewBoard {
  const failing = (): void => {
    const { failNext } = fake;
    fake.failNext = undefined;
    if (failNext !== undefined) throw new Error(failNext);
  };
  const itemOf = (index: number): WorkItem => ({
    board: name,
    id: `item-${index + 1}`,
    url: `https://board.example/${index + 1}`,
  });
  const indexOf = ({ publicationId, step }: Pick<ReviewRequest, 'publicationId' | 'step'>): number =>
    fake.requests.findIndex((known) => known.publicationId === publicationId && known.step === step);
  const fake: FakeReviewBoard = {
    name,
    requests: [],
    closed: [],
    failNext: undefined,
    open: async (request) => {
      failing();
      if (indexOf(request) < 0) fake.requests.push(request);
      return itemOf(indexOf(request));
    },
    find: async (review) => (indexOf(review) < 0 ? undefined : itemOf(indexOf(review))),
    close: async ({ id }, { decision, actor }) => {
      failing();
      if (!fake.closed.some((item) => item.id === id)) fake.closed.push({ id, decision, actor });
    },
  };
  return fake;
}
