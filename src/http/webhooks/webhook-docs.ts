import { createRoute } from '@hono/zod-openapi';
import { requirePermission } from '../access/access';
import { json, problems } from '../openapi/answers-schema';
import { publisherParams } from '../openapi/params-schema';
import * as schema from './webhooks-schema';

const common = { tags: ['Events'], middleware: requirePermission('manage') };
const webhooks = '/publishers/{publisherId}/webhooks';
const webhook = `${webhooks}/{webhookId}` as const;

const body = <T>(content: T): { required: true; content: { 'application/json': { schema: T } } } => ({
  required: true,
  content: { 'application/json': { schema: content } },
});

export const listRoute = createRoute({
  ...common,
  method: 'get',
  path: webhooks,
  operationId: 'listWebhooks',
  summary: 'The webhooks of a publisher',
  request: { params: publisherParams },
  responses: { 200: json('Oldest first.', schema.webhookListAnswer), ...problems() },
});

export const createWebhookRoute = createRoute({
  ...common,
  method: 'post',
  path: webhooks,
  operationId: 'createWebhook',
  summary: 'Have events sent to an address of yours',
  description:
    'From now on every event of the chosen types is sent there at least once, with the same webhook-id at every try: as CloudEvents 1.0, signed as Standard Webhooks.',
  request: { params: publisherParams, body: body(schema.newWebhookBody) },
  responses: {
    201: json('The webhook and its secret, which is not shown again.', schema.createdWebhookAnswer),
    ...problems('BadWebhookUrl', 'TooManyWebhooks'),
  },
});

export const showRoute = createRoute({
  ...common,
  method: 'get',
  path: webhook,
  operationId: 'showWebhook',
  summary: 'One webhook',
  request: { params: schema.webhookParams },
  responses: { 200: json('The webhook, without its secret.', schema.webhookAnswer), ...problems() },
});

export const changeRoute = createRoute({
  ...common,
  method: 'patch',
  path: webhook,
  operationId: 'changeWebhook',
  summary: 'Change a webhook, or turn it on again',
  request: { params: schema.webhookParams, body: body(schema.webhookChangeBody) },
  responses: { 200: json('The webhook as it is now.', schema.webhookAnswer), ...problems('BadWebhookUrl') },
});

export const removeRoute = createRoute({
  ...common,
  method: 'delete',
  path: webhook,
  operationId: 'removeWebhook',
  summary: 'Remove a webhook, with its deliveries',
  request: { params: schema.webhookParams },
  responses: { 204: { description: 'It is gone.' }, ...problems() },
});

export const rotateRoute = createRoute({
  ...common,
  method: 'post',
  path: `${webhook}/rotate-secret`,
  operationId: 'rotateWebhookSecret',
  summary: 'Give a webhook a new secret',
  description:
    'For a while every request carries two signatures, so that receivers can change over in peace.',
  request: { params: schema.webhookParams, body: body(schema.rotationBody) },
  responses: { 200: json('The webhook and its new secret.', schema.newWebhookAnswer), ...problems() },
});

export const deliveriesRoute = createRoute({
  ...common,
  method: 'get',
  path: `${webhook}/deliveries`,
  operationId: 'listWebhookDeliveries',
  summary: 'What was sent to a webhook, and what it answered',
  description: 'Newest first. Deliveries that have ended are kept for 30 days.',
  request: { params: schema.webhookParams, query: schema.deliveriesQuery },
  responses: { 200: json('One page.', schema.deliveryListAnswer), ...problems() },
});

export const redeliverRoute = createRoute({
  ...common,
  method: 'post',
  path: `${webhook}/deliveries/{deliveryId}/redeliver`,
  operationId: 'redeliverWebhook',
  summary: 'Send one delivery again',
  request: { params: schema.deliveryParams },
  responses: {
    202: json('It is sent within seconds.', schema.redeliveryAnswer),
    ...problems('WebhookDisabled'),
  },
});

export const replayRoute = createRoute({
  ...common,
  method: 'post',
  path: `${webhook}/replay`,
  operationId: 'replayWebhook',
  summary: 'Send everything since a time again',
  description:
    'What was sent before comes again under its old webhook-id; what was missed while the webhook was disabled comes for the first time.',
  request: { params: schema.webhookParams, body: body(schema.replayBody) },
  responses: { 202: json('It is sent within minutes.', schema.replayAnswer), ...problems('WebhookDisabled') },
});
