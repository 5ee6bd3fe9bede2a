import type { Generated } from 'kysely';
import type { OfferTypeId } from '../../../domain/offer/document';
import type { ReviewSide, ThreadState } from '../../../domain/review/thread';
import type { ReviewItem } from '../../ports';
import type { Fixed, FixedJson, Given, OptionalTime, Time } from './columns';

export type ReviewItemTable = {
  ordinal: Given<bigint>;
  publicationId: Fixed<string>;
  step: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  offerType: Fixed<OfferTypeId>;
  offerVersion: Fixed<number>;
  title: Fixed<string>;
  packageDigest: Fixed<string | null>;
  reportIds: FixedJson<readonly string[]>;
  changes: FixedJson<readonly string[]>;
  certificationNotes: Fixed<string | null>;
  signedOffBy: FixedJson<readonly string[]>;
  board: Fixed<string>;
  /** Null until the board has answered. */
  externalId: string | null;
  externalUrl: string | null;
  openedAt: Time;
  dueAt: Time;
  decidedAt: OptionalTime;
  decision: ReviewItem['decision'];
  decidedBy: string | null;
  /** Null until a board elsewhere has been told how the review ended. */
  boardToldAt: OptionalTime;
  /** When housekeeping last tried to tell it. */
  boardTriedAt: OptionalTime;
};

export type ReviewThreadTable = {
  ordinal: Given<bigint>;
  threadId: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  publicationId: Fixed<string>;
  file: Fixed<string | null>;
  line: Fixed<number | null>;
  pointer: Fixed<string | null>;
  state: Generated<ThreadState>;
  openedAt: Time;
};

export type ReviewCommentTable = {
  ordinal: Given<bigint>;
  commentId: Fixed<string>;
  threadId: Fixed<string>;
  publicationId: Fixed<string>;
  actor: Fixed<string>;
  side: Fixed<ReviewSide>;
  text: Fixed<string>;
  /** Of the message it came with; null for what API or portal let in. */
  requestId: Fixed<string | null>;
  at: Time;
};
