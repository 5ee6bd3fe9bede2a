import type { Context } from 'hono';
import { problem } from '../refusals/problem';

export function noSuchWebhook(context: Context): Response {
  const { publisherId, webhookId } = context.req.param() as Partial<Record<string, string>>;
  const detail = `${publisherId} has no webhook ${webhookId}. GET /api/publishers/${publisherId}/webhooks lists them.`;
  return problem(context, { code: 'NotFound', detail });
}
