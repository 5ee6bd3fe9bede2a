import { type Identity, may } from '../access/identity';
import type { OfferDocument, OfferTypeId } from '../offer/document';
import { kindOf } from '../offer/kind';
import { pipelineOf } from './pipelines';

type Edited = {
  readonly publisherId: string;
  readonly offerType: OfferTypeId;
  readonly draft: OfferDocument;
};

/** Who may save a draft: its publisher's editors, and its reviewers where the offer's row says so. */
export const mayEditDraft = (identity: Identity, { publisherId, offerType, draft }: Edited): boolean =>
  may(identity, 'edit', publisherId) ||
  (may(identity, 'review', publisherId) && reviewersEdit({ offerType, draft }));

export const reviewersEdit = ({ offerType, draft }: Pick<Edited, 'offerType' | 'draft'>): boolean =>
  pipelineOf(offerType, kindOf(draft))?.review?.editDrafts === true;
