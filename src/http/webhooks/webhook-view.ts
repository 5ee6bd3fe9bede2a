import type { z } from '@hono/zod-openapi';
import { eventTypeOf } from '../../domain/events/event-types';
import type { WebhookDelivery, WebhookRecord } from '../../services/ports';
import type { deliveryAnswer, webhookAnswer } from './webhooks-schema';

const typeOf = (kind: string): string => eventTypeOf(kind)?.type ?? kind;

/** A webhook as its publisher reads it, without its secrets. */
export function webhookView(record: WebhookRecord): z.infer<typeof webhookAnswer> {
  const { webhookId, url, kinds, mode, contactEmail, state } = record;
  const { disabledBecause, disabledAt, previousUntil, createdBy, createdAt } = record;
  return {
    id: webhookId,
    url,
    types: kinds.map(typeOf),
    mode,
    contactEmail,
    state,
    disabledReason: disabledBecause && { code: disabledBecause.code, params: { ...disabledBecause.params } },
    disabledAt,
    previousSecretUntil: previousUntil,
    createdBy,
    createdAt,
  };
}

export function deliveryView(delivery: WebhookDelivery): z.infer<typeof deliveryAnswer> {
  const { deliveryId, eventId, kind, state, createdAt, endedAt, nextTryAt, tries } = delivery;
  return {
    id: deliveryId,
    eventId,
    type: typeOf(kind),
    state,
    createdAt,
    endedAt,
    nextTryAt,
    tries: tries.map((each) => ({ ...each })),
  };
}
