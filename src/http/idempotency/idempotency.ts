import type { Context, MiddlewareHandler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { KeptAnswer } from '../../services/ports';
import type { AppDeps } from '../deps';
import { refuse } from '../refusals/dialect';
import { fingerprintOf, idempotencyKeyOf, isIdempotencyKey, nameOfRequest } from './idempotency-key';
import { visitorOf } from '../access/identity';
import { isStreamed } from '../requests/limits';
import { isSecretAnswer } from '../access/secret-answer';

/**
 * A changing request with an `Idempotency-Key` is done once: repeated within 24 hours it gets the first answer again,
 * after a restart, too. A refusal has done nothing, so that after it the key is free again. Uploads are left out: they
 * are never held, and putting a file twice is putting it once.
 */
export function answerOnce(deps: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    const key = idempotencyKeyOf(context);
    // Whoever is not let in is refused further on, each time anew.
    if (key === undefined || visitorOf(context) === undefined) return next();
    if (!honoursKey(context.req.method, context.req.path)) return next();
    if (!isIdempotencyKey(key)) {
      return refuse(
        context,
        'BadIdempotencyKey',
        'A key has 1 to 200 visible ASCII characters, and no quote among them.',
      );
    }
    const name = nameOfRequest(context, { key, settings: deps.settings });
    const begun = await deps.catalogue.idempotentRequests.begin(name, await fingerprintOf(context));
    switch (begun.kind) {
      case 'first':
        await next();
        return settle(deps, context, { name, lease: begun.lease });
      case 'answered':
        return replay(context, begun.answer);
      case 'atWork':
        context.header('Retry-After', '2');
        return refuse(context, 'IdempotencyKeyInUse', 'The first request with this key is still at work.');
      case 'other':
        return refuse(
          context,
          'IdempotencyKeyReused',
          'This key came with another request to this address. Use a new key for a new request.',
        );
    }
  };
}

/** Whether a request with this method to this address is done once for each key. */
export const honoursKey = (method: string, path: string): boolean =>
  !['GET', 'HEAD'].includes(method) && !isStreamed(method, path);

type Held = { readonly name: string; readonly lease: string };

/** The answer goes out in any case: what could not be kept is done again, and finds that it is done. */
async function settle({ catalogue, log }: AppDeps, context: Context, { name, lease }: Held): Promise<void> {
  const { idempotentRequests } = catalogue;
  try {
    if (isDone(context.res.status) && !isSecretAnswer(context))
      await idempotentRequests.keep(name, lease, await keptAnswer(context.res));
    else await idempotentRequests.forget(name, lease);
  } catch (error) {
    log.warn({ err: error, path: context.req.path }, 'an answer could not be kept for its Idempotency-Key');
  }
}

/** Anything else did nothing, or says nothing about the request; mended or later, it may be done. */
const isDone = (status: number): boolean => status < 400;

const keptHeaders = ['Content-Type', 'Location', 'Operation-Location', 'Retry-After', 'ETag'];

async function keptAnswer(answer: Response): Promise<KeptAnswer> {
  const headers = keptHeaders.flatMap((name) => {
    const value = answer.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const body = await answer.clone().text();
  return { status: answer.status, headers: Object.fromEntries(headers), body };
}

function replay(context: Context, { status, headers, body }: KeptAnswer): Response {
  const marked = { ...headers, 'Idempotency-Replayed': 'true' };
  if (body === '') return context.newResponse(null, status as ContentfulStatusCode, marked);
  return context.newResponse(body, status as ContentfulStatusCode, marked);
}
