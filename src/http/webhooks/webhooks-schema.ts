import { z } from '@hono/zod-openapi';
import { eventTypes } from '../../domain/events/event-types';
import { publisherParams } from '../openapi/params-schema';

const types = z
  .array(z.enum(eventTypes))
  .max(eventTypes.length)
  .openapi({
    description: 'Types of events it gets; an empty list: every type, also those of later releases.',
    example: ['offer-publication.publication.previewOpened', 'offer-publication.publication.ended'],
  });
const mode = z.enum(['structured', 'binary']).openapi({
  description:
    'How the CloudEvent is put into HTTP: all of it in the body, or its data in the body and the rest in ce-* headers, which the signature does not cover.',
});
const url = z.string().max(2000).openapi({
  description: 'A public https address on port 443.',
  example: 'https://ci.contoso.example/hooks/offers',
});
const contactEmail = z.email().max(254).openapi({ description: 'Is told when the webhook is disabled.' });
const time = z.iso.datetime();
const secret = z.string().openapi({
  description: 'Shown this once. Verify signatures with it, as Standard Webhooks describes.',
  example: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
});

export const webhookParams = publisherParams.extend({ webhookId: z.guid() });
export const deliveryParams = webhookParams.extend({ deliveryId: z.guid() });

export const newWebhookBody = z
  .strictObject({
    url,
    types: types.default([]),
    mode: mode.default('structured'),
    contactEmail: contactEmail.optional(),
  })
  .openapi('NewWebhook');

export const webhookChangeBody = z
  .strictObject({
    url: url.optional(),
    types: types.optional(),
    mode: mode.optional(),
    contactEmail: contactEmail.nullable().optional(),
    state: z.enum(['active', 'disabled']).optional().openapi({
      description: '`active` turns a disabled webhook on again; replay what it has missed.',
    }),
  })
  .openapi('WebhookChange');

export const rotationBody = z.strictObject({
  keepPreviousHours: z.int().min(0).max(168).default(24).openapi({
    description: 'For so long every request is signed with the previous secret, too.',
  }),
});

export const replayBody = z.strictObject({
  from: z.iso.datetime({ offset: true }).openapi({ description: 'Everything since then is sent again.' }),
});

export const webhookAnswer = z
  .strictObject({
    id: z.guid(),
    url: z.string(),
    types: z.array(z.string()),
    mode,
    contactEmail: z.string().nullable(),
    state: z.enum(['active', 'disabled']),
    disabledReason: z
      .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable()
      .openapi({
        description:
          '`webhook.gone`: the receiver answered 410. `webhook.exhausted`: a delivery failed for about three days. Null when a person disabled it.',
      }),
    disabledAt: time.nullable(),
    previousSecretUntil: time.nullable(),
    createdBy: z.string(),
    createdAt: time,
  })
  .openapi('Webhook');

export const createdWebhookAnswer = z
  .strictObject({
    ...webhookAnswer.shape,
    secret: secret.optional().openapi({
      description: `${secret.description ?? ''} A request that was repeated with its Idempotency-Key gets the webhook without it.`,
    }),
  })
  .openapi('CreatedWebhook');

// Not `extend`: OpenAPI would say "both at once" of two objects that each forbid the other's fields.
export const newWebhookAnswer = z
  .strictObject({ ...webhookAnswer.shape, secret })
  .openapi('WebhookWithSecret');

export const webhookListAnswer = z.strictObject({ webhooks: z.array(webhookAnswer) });

const tryAnswer = z.strictObject({
  at: time,
  durationMs: z.int(),
  status: z.int().nullable().openapi({ description: 'Null when there was no answer.' }),
  answer: z.string().max(200),
});

const deliveryState = z.enum(['waiting', 'delivered', 'failed']);

export const deliveryAnswer = z
  .strictObject({
    id: z.guid().openapi({ description: 'The `webhook-id` of every try.' }),
    eventId: z.string(),
    type: z.string(),
    state: deliveryState,
    createdAt: time,
    endedAt: time.nullable(),
    nextTryAt: time.nullable(),
    tries: z.array(tryAnswer).openapi({ description: 'The newest 20, newest first.' }),
  })
  .openapi('WebhookDelivery');

export const deliveriesQuery = z.object({
  state: deliveryState.optional(),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .openapi({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const deliveryListAnswer = z.strictObject({
  deliveries: z.array(deliveryAnswer),
  next: z.string().nullable().openapi({ description: 'Null on the last page.' }),
});

export const redeliveryAnswer = z.strictObject({ id: z.guid(), state: z.literal('waiting') });
export const replayAnswer = z.strictObject({
  deliveries: z.int().openapi({ description: 'How many are sent (again).' }),
});
