import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { randomUUID } from 'node:crypto';
import { grantable } from '../../domain/certification/exceptions/grantable';
import { isGuard } from '../../domain/certification/exceptions/guards';
import { plansOf } from '../../domain/offer/parts';
import type { ExceptionRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { idempotencyKeyOf, uuidOfRequest } from '../idempotency/idempotency-key';
import { identityOf } from '../access/identity';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { endExceptionRoute, grantExceptionRoute, listExceptionsRoute } from './exception-docs';
import type { newException } from './exception-schema';

/** `/api/publishers/{publisherId}/exceptions` */
export function exceptionRoutes(deps: AppDeps): OpenAPIHono {
  const { exceptions } = deps.catalogue;
  return ownApi()
    .openapi(listExceptionsRoute, async (context) => {
      const { publisherId } = context.req.valid('param');
      const { offer: offerId, all } = context.req.valid('query');
      const now = deps.clock();
      const inForceAt = all === 'true' ? undefined : now;
      const records = await exceptions.list({ publisherId, offerId, inForceAt });
      const items = records.map((record) => shown(record, now));
      return context.json({ items: items.filter(({ inForce }) => inForce || all === 'true') }, 200);
    })
    .openapi(grantExceptionRoute, async (context) => {
      const { publisherId } = context.req.valid('param');
      const granted = await grant(deps, context, { publisherId, ...context.req.valid('json') });
      return granted instanceof Response ? granted : context.json(shown(granted, deps.clock()), 201);
    })
    .openapi(endExceptionRoute, async (context) => {
      const key = context.req.valid('param');
      const ended = await exceptions.end(key, identityOf(context).actor);
      if (ended !== undefined) return context.json(shown(ended, deps.clock()), 200);
      const detail = `${key.publisherId} has no exception ${key.exceptionId}.`;
      return problem(context, { code: 'NotFound', detail });
    });
}

/** One that was granted before its rule became a guard lets nothing pass. */
const shown = (record: ExceptionRecord, now: Date) => ({
  ...record,
  inForce: record.endedAt === null && Date.parse(record.until) > now.getTime() && !isGuard(record.ruleId),
});

type Asked = z.infer<typeof newException> & { readonly publisherId: string };

async function grant(deps: AppDeps, context: Context, asked: Asked): Promise<ExceptionRecord | Response> {
  const { publisherId, offerId = null, planId = null, reason, until } = asked;
  const judged = grantable({ rule: asked.ruleId, until }, deps.clock());
  if (judged.kind === 'refused') return refused(context, judged.field, judged.why);
  const why = await whyNoSuchScope(deps, asked);
  if (why !== undefined) return refused(context, ...why);
  const key = idempotencyKeyOf(context);
  const { settings } = deps;
  const exceptionId = key === undefined ? randomUUID() : uuidOfRequest(context, { key, settings });
  const { ruleId } = judged;
  const exception = { exceptionId, publisherId, offerId, planId, ruleId, reason, until };
  return deps.catalogue.exceptions.grant(exception, identityOf(context).actor);
}

type Why = readonly [field: string, why: string];

/** An exception for what does not exist would look granted and let nothing pass. */
async function whyNoSuchScope(
  { catalogue }: AppDeps,
  { publisherId, offerId, planId }: Asked,
): Promise<Why | undefined> {
  if (offerId === undefined) {
    if (planId !== undefined) return ['offerId', 'Name the offer of the plan.'];
    const isKnown = (await catalogue.publishers.languageOf(publisherId)) !== undefined;
    return isKnown ? undefined : ['publisherId', `There is no publisher ${publisherId}.`];
  }
  const offer = await catalogue.offers.find({ publisherId, offerId });
  if (offer === undefined) return ['offerId', `There is no offer ${publisherId}/${offerId}.`];
  const plans = plansOf(offer.draft).map((plan) => plan.planId);
  if (planId === undefined || plans.includes(planId)) return undefined;
  return [
    'planId',
    `The draft of ${publisherId}/${offerId} has no plan ${planId}; it has: ${plans.join(', ')}.`,
  ];
}

function refused(context: Context, field: string, message: string): Response {
  const errors = [{ pointer: `/${field}`, message }];
  return problem(context, { code: 'ValidationFailed', detail: message, errors });
}
