import { ownBoard } from '../../domain/review/own-board';
import type { ReviewBoard, Reviews } from '../ports';

/** The reviewers' pages of the portal: what stands in the catalogue is on the board, and what is decided is off it. */
export const ownReviewBoard = (reviews: Pick<Reviews, 'find'>): ReviewBoard => ({
  name: ownBoard,

  async open({ publicationId, step, page }) {
    const item = await reviews.find({ publicationId, step });
    if (item === undefined) throw new Error(`The catalogue has no review of ${publicationId} at ${step}.`);
    return { board: ownBoard, id: item.reviewNumber, url: page };
  },

  find: async () => undefined,

  async close() {},
});
