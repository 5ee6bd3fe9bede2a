import type { Generated } from 'kysely';
import type { Message } from '../../../domain/text/language';
import type { WebhookDelivery, WebhookRecord } from '../../ports';
import type { Fixed, Given, JsonOrNull, OptionalTime, Time } from './columns';

export type WebhookTable = {
  webhookId: Fixed<string>;
  publisherId: Fixed<string>;
  url: string;
  kinds: readonly string[];
  mode: WebhookRecord['mode'];
  contactEmail: string | null;
  state: Generated<WebhookRecord['state']>;
  disabledBecause: JsonOrNull<Message>;
  disabledAt: OptionalTime;
  noticedAt: OptionalTime;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousUntil: OptionalTime;
  sinceXid: Fixed<string>;
  sinceId: Fixed<bigint>;
  createdBy: Fixed<string>;
  createdAt: Time;
};

export type WebhookFeedTable = {
  onlyRow: Given<boolean>;
  xid: string;
  id: bigint;
};

export type WebhookDeliveryTable = {
  deliveryId: Given<string>;
  ordinal: Given<bigint>;
  webhookId: Fixed<string>;
  eventId: Fixed<bigint>;
  state: Generated<WebhookDelivery['state']>;
  tries: Generated<number>;
  nextTryAt: Time;
  lease: string | null;
  createdAt: Time;
  endedAt: OptionalTime;
};

export type WebhookTryTable = {
  tryId: Given<bigint>;
  deliveryId: Fixed<string>;
  at: Time;
  durationMs: Fixed<number>;
  status: Fixed<number | null>;
  answer: Fixed<string>;
};

export type IdempotentRequestTable = {
  name: Fixed<string>;
  fingerprint: string;
  lease: string;
  startedAt: Time;
  status: number | null;
  headers: JsonOrNull<Readonly<Record<string, string>>>;
  body: Buffer | null;
};
