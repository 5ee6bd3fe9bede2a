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
  const fake: FakeReviewBoard = {
    name,
    requests: [],
    closed: [],
    failNext: undefined,
    open: async (request) => {
      failing();
      const isKnown = ({ publicationId, step }: ReviewRequest): boolean =>
        publicationId === request.publicationId && step === request.step;
      if (!fake.requests.some(isKnown)) fake.requests.push(request);
      const number = fake.requests.findIndex(isKnown) + 1;
      return { board: name, id: `item-${number}`, url: `https://board.example/${number}` };
    },
    close: async ({ id }, { decision, actor }) => {
      failing();
      if (!fake.closed.some((item) => item.id === id)) fake.closed.push({ id, decision, actor });
    },
  };
  return fake;
}
