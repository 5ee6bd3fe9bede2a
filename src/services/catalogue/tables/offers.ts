import type { Generated } from 'kysely';
import type { OfferDocument, OfferTypeId } from '../../../domain/offer/document';
import type { Situation } from '../../../domain/publication/situation';
import type { OfferStatus } from '../../../domain/publication/status';
import type { Language } from '../../../domain/text/language';
import type { SlotRecord } from '../../ports';
import type { Fixed, FixedJson, Given, Json, Long, OptionalTime, Time } from './columns';

export type PublisherTable = {
  publisherId: Fixed<string>;
  language: Generated<Language>;
  displayText: Generated<string | null>;
  goLiveVotes: Generated<1 | 2>;
  sellerId: Given<number>;
  createdAt: Time;
};

export type OfferTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  guid: Generated<string>;
  offerType: OfferTypeId;
  draft: Json<OfferDocument>;
  etag: string;
  tickVersion: Long;
  status: Generated<OfferStatus>;
  currentPublicationId: string | null;
  createdAt: Time;
  changedAt: Time;
  /** These four follow from the draft and the publication shown; they are there for lists. */
  title: Generated<string>;
  nameKey: Generated<string>;
  words: Generated<string>;
  situation: Generated<Situation>;
  /** Set when the draft was discarded and versions have to be kept: for every reader there is no such offer. */
  discardedAt: OptionalTime;
};

export type OfferCountTable = {
  publisherId: Given<string>;
  offerType: Given<OfferTypeId>;
  status: Given<OfferStatus>;
  situation: Given<Situation>;
  offers: Given<bigint>;
};

export type OfferVersionTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  offerVersion: Fixed<number>;
  offerType: Fixed<OfferTypeId>;
  publicationId: Fixed<string>;
  document: FixedJson<OfferDocument>;
  regions: Fixed<readonly string[]>;
  frozenAt: Time;
};

export type SecretTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  secretId: Fixed<string>;
  /** 0: the draft; else the frozen version that keeps its own copy. */
  heldBy: Fixed<number>;
  ciphertext: Buffer;
};

export type SlotTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  slot: Fixed<SlotRecord['slot']>;
  offerVersion: number;
  packageDigest: string;
  publicationId: string;
  since: Time;
};

export type EventTable = {
  id: Given<bigint>;
  /** The writing transaction. */
  xid: Given<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  publicationId: Fixed<string | null>;
  runId: Fixed<string | null>;
  telling: Fixed<number>;
  sequence: Fixed<number | null>;
  kind: Fixed<string>;
  actor: Fixed<string | null>;
  payload: FixedJson<unknown>;
  at: Time;
};
