import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { WebhookKey } from '../../services/ports';
import type { AppDeps } from '../deps';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { noSuchWebhook } from './no-such-webhook';
import { deliveriesRoute, redeliverRoute, replayRoute } from './webhook-docs';
import { deliveryView } from './webhook-view';

/** What was sent to a webhook, and sending it again. */
export function deliveryRoutes({ catalogue: { webhooks } }: AppDeps): OpenAPIHono {
  return ownApi()
    .openapi(deliveriesRoute, async (context) => {
      const key = context.req.valid('param');
      const { state, cursor, limit } = context.req.valid('query');
      if ((await webhooks.find(key)) === undefined) return noSuchWebhook(context);
      const page = await webhooks.deliveries(key.webhookId, {
        // One more than asked for tells whether there is a next page.
        limit: limit + 1,
        ...(cursor === undefined ? {} : { before: BigInt(cursor) }),
        ...(state === undefined ? {} : { state }),
      });
      const shown = page.slice(0, limit);
      const next = page.length > limit ? String(shown.at(-1)?.ordinal) : null;
      return context.json({ deliveries: shown.map(deliveryView), next }, 200);
    })
    .openapi(redeliverRoute, async (context) => {
      const { deliveryId, ...key } = context.req.valid('param');
      const webhook = await webhooks.find(key);
      if (webhook === undefined) return noSuchWebhook(context);
      if (webhook.state === 'disabled') return isDisabled(context, webhook);
      if (await webhooks.redeliver(key.webhookId, deliveryId)) {
        return context.json({ id: deliveryId, state: 'waiting' as const }, 202);
      }
      const detail = `Webhook ${key.webhookId} has no delivery ${deliveryId}; those that ended 30 days ago are gone.`;
      return problem(context, { code: 'NotFound', detail });
    })
    .openapi(replayRoute, async (context) => {
      const key = context.req.valid('param');
      const webhook = await webhooks.find(key);
      if (webhook === undefined) return noSuchWebhook(context);
      if (webhook.state === 'disabled') return isDisabled(context, webhook);
      const deliveries = await webhooks.replay(key.webhookId, new Date(context.req.valid('json').from));
      return context.json({ deliveries }, 202);
    });
}

function isDisabled(context: Context, { publisherId, webhookId }: WebhookKey): Response {
  const detail = `Webhook ${webhookId} is disabled: nothing was sent. Turn it on first: PATCH /api/publishers/${publisherId}/webhooks/${webhookId} {"state":"active"}.`;
  return problem(context, { code: 'WebhookDisabled', detail });
}
