import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { randomBytes, randomUUID } from 'node:crypto';
import { kindsOf } from '../../domain/events/event-types';
import { receiverUrlProblem } from '../../domain/webhooks/receiver-url';
import type { AppDeps } from '../deps';
import { idempotencyKeyOf, uuidOfRequest } from '../idempotency/idempotency-key';
import { identityOf } from '../access/identity';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { showSecretOnce } from '../access/secret-answer';
import { deliveryRoutes } from './delivery-routes';
import { noSuchWebhook } from './no-such-webhook';
import {
  changeRoute,
  createWebhookRoute,
  listRoute,
  removeRoute,
  rotateRoute,
  showRoute,
} from './webhook-docs';
import { webhookView } from './webhook-view';
import type { createdWebhookAnswer, newWebhookBody } from './webhooks-schema';

const mostWebhooks = 20;
const hourMs = 3_600_000;

/** Where a publisher wants to be told of events, below `/api/publishers/{publisherId}/webhooks`. */
export function webhookRoutes(deps: AppDeps): OpenAPIHono {
  const { webhooks } = deps.catalogue;
  return ownApi()
    .openapi(listRoute, async (context) => {
      const records = await webhooks.list(context.req.valid('param').publisherId);
      return context.json({ webhooks: records.map(webhookView) }, 200);
    })
    .openapi(createWebhookRoute, async (context) => {
      const asked = { ...context.req.valid('param'), ...context.req.valid('json') };
      const made = await createWebhook(deps, context, asked);
      return made instanceof Response ? made : context.json(made, 201);
    })
    .openapi(showRoute, async (context) => {
      const found = await webhooks.find(context.req.valid('param'));
      return found === undefined ? noSuchWebhook(context) : context.json(webhookView(found), 200);
    })
    .openapi(changeRoute, async (context) => {
      const { url, types, ...rest } = context.req.valid('json');
      const refused = url === undefined ? undefined : refusedUrl(deps, context, url);
      if (refused !== undefined) return refused;
      const change = {
        ...given(rest),
        ...(url !== undefined && { url }),
        ...(types && { kinds: kindsOf(types) ?? [] }),
      };
      const key = context.req.valid('param');
      const changed =
        Object.keys(change).length === 0
          ? webhooks.find(key)
          : webhooks.change(key, change, actorOf(context));
      const now = await changed;
      return now === undefined ? noSuchWebhook(context) : context.json(webhookView(now), 200);
    })
    .openapi(removeRoute, async (context) => {
      const isGone = await webhooks.remove(context.req.valid('param'), actorOf(context));
      return isGone ? context.body(null, 204) : noSuchWebhook(context);
    })
    .openapi(rotateRoute, async (context) => {
      const { keepPreviousHours } = context.req.valid('json');
      const secret = newSecret(context);
      const previousUntil = new Date(deps.clock().getTime() + keepPreviousHours * hourMs);
      const next = { secret, previousUntil };
      const now = await webhooks.rotateSecret(context.req.valid('param'), next, actorOf(context));
      return now === undefined ? noSuchWebhook(context) : context.json({ ...webhookView(now), secret }, 200);
    })
    .route('/', deliveryRoutes(deps));
}

type Asked = z.infer<typeof newWebhookBody> & { readonly publisherId: string };

async function createWebhook(
  deps: AppDeps,
  context: Context,
  { publisherId, ...asked }: Asked,
): Promise<z.infer<typeof createdWebhookAnswer> | Response> {
  const { url, types, mode, contactEmail } = asked;
  const refused = refusedUrl(deps, context, url);
  if (refused !== undefined) return refused;
  const { webhooks, publishers } = deps.catalogue;
  if ((await publishers.languageOf(publisherId)) === undefined) {
    const detail = `There is no publisher ${publisherId}. Make it first: POST /api/publishers.`;
    return problem(context, { code: 'NotFound', detail });
  }
  const secret = newSecret(context);
  const settings = { url, kinds: kindsOf(types) ?? [], mode, contactEmail: contactEmail ?? null };
  const webhookId = newWebhookId(deps, context, asked);
  const wanted = { ...settings, webhookId, publisherId, createdBy: actorOf(context) };
  const made = await webhooks.create(wanted, { secret, limit: mostWebhooks });
  switch (made.kind) {
    case 'created':
      return { ...webhookView(made.webhook), secret };
    case 'existing':
      context.header('Idempotency-Replayed', 'true');
      return webhookView(made.webhook);
    case 'tooMany': {
      const detail = `${publisherId} has ${mostWebhooks} webhooks. Remove one, then make this one.`;
      return problem(context, { code: 'TooManyWebhooks', detail });
    }
  }
}

/**
 * It follows from the `Idempotency-Key` and what is asked: the answer is never kept, because it shows the secret, so
 * the webhook itself must tell that it has been made.
 */
function newWebhookId({ settings }: AppDeps, context: Context, asked: Omit<Asked, 'publisherId'>): string {
  const key = idempotencyKeyOf(context);
  if (key === undefined) return randomUUID();
  return uuidOfRequest(context, { key: `${key} ${JSON.stringify(asked)}`, settings });
}

function refusedUrl({ settings }: AppDeps, context: Context, url: string): Response | undefined {
  const why = receiverUrlProblem(url, settings.trustedOrigins);
  return why === undefined ? undefined : problem(context, { code: 'BadWebhookUrl', detail: why });
}

const actorOf = (context: Context): string => identityOf(context).actor;

/** As Standard Webhooks writes them. */
function newSecret(context: Context): string {
  showSecretOnce(context);
  return `whsec_${randomBytes(32).toString('base64')}`;
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that were not sent. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
