import type { ColumnType, Generated } from 'kysely';
import type { PublicationStatus } from '../../../domain/publication/status';
import type { Language, Message } from '../../../domain/text/language';
import type { ItemProgress, OperationRecord } from '../../ports';
import type { Fixed, Json, JsonOrNull, Long, OptionalTime, Time } from './columns';

export type PublicationTable = {
  publicationId: Fixed<string>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  offerVersion: number | null;
  language: Language;
  requestedBy: string | null;
  status: Json<PublicationStatus>;
  lastSequence: Generated<number>;
  firstRunId: ColumnType<string | null, string | null | undefined, string | null>;
  newestRunId: string;
  newestTelling: Generated<number>;
  firstSequence: number | null;
  openedAt: OptionalTime;
  endedAt: OptionalTime;
  createdAt: Time;
  touchedAt: Time;
  checkedAt: Time;
  tidiedRunId: ColumnType<string | null, string | null | undefined, string | null>;
};

export type PublicationRunTable = {
  publicationId: Fixed<string>;
  runId: Fixed<string>;
  /** How many tellings of this run came before. */
  telling: Generated<number>;
  untilSequence: number | null;
  seenAt: Time;
};

export type ProgressTable = {
  publicationId: Fixed<string>;
  item: Fixed<string>;
  doneBytes: Long;
  totalBytes: Long;
  bytesPerSecond: number;
  state: ItemProgress['state'];
  message: JsonOrNull<Message>;
  updatedAt: Time;
};

export type MessageSenderTable = {
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  operationId: Fixed<string>;
  actor: Fixed<string>;
  notedAt: Time;
};

export type OperationTable = {
  operationId: Fixed<string>;
  kind: Fixed<OperationRecord['kind']>;
  publisherId: Fixed<string>;
  offerId: Fixed<string>;
  publicationId: string;
  state: OperationRecord['state'];
  refusal: JsonOrNull<Message>;
  actor: Fixed<string>;
  createdAt: Time;
  endedAt: OptionalTime;
};
