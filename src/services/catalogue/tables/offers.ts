import type { Generated } from 'kysely';
import type { OfferDocument, OfferTypeId } from '../../../domain/offer/document';
import type { OfferStatus } from '../../../domain/publication/status';
import type { Language } from '../../../domain/text/language';
import type { SlotRecord } from '../../ports';
import type { Fixed, FixedJson, Given, Json, Long, Time } from './columns';

export type PublisherTable = {
  publisherId: Fixed<string>;
  language: Generated<Language>;
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
};

export type OfferCountTable = {
  publisherId: Given<string>;
  status: Given<OfferStatus>;
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
