import type { Context } from 'hono';
import { apiError } from '../refusals/errors';
import { problem } from '../refusals/problem';

/** Why nobody was let in. `unsure`: whoever could tell us did not answer; nothing is wrong with the token. */
export type Stranger =
  | { readonly kind: 'nothingGiven' | 'foreignForm' | 'unsure' }
  | { readonly kind: 'wrong'; readonly reason?: string }
  | { readonly kind: 'tooMany'; readonly waitSeconds: number };

const strangers = new WeakMap<Request, Stranger>();

/** Remembers for this request why its sender stays unknown. */
export function turnAway(context: Context, why: Stranger): void {
  strangers.set(context.req.raw, why);
}

export const whyUnknown = (context: Context): Stranger =>
  strangers.get(context.req.raw) ?? { kind: 'nothingGiven' };

/** 401 as problem+json; 503 when we could not find out, 429 when they asked too often. */
export function unknownVisitor(context: Context): Response {
  const { code, detail } = refusalOf(context);
  return problem(context, { code, detail });
}

/** The same in CPP's envelope. */
export function unknownCppVisitor(context: Context): Response {
  const { code, detail } = refusalOf(context);
  return apiError(context, code, detail);
}

/** Sets the headers that belong to it. */
function refusalOf(context: Context): {
  readonly code: 'Unauthorized' | 'TooManyRequests' | 'Unavailable';
  readonly detail: string;
} {
  const why = whyUnknown(context);
  switch (why.kind) {
    case 'tooMany':
      context.header('Retry-After', String(why.waitSeconds));
      return { code: 'TooManyRequests', detail: `Too many requests. Go on in ${why.waitSeconds} seconds.` };
    case 'unsure':
      context.header('Retry-After', '5');
      return {
        code: 'Unavailable',
        detail: 'The token cannot be checked at the moment. Nothing was changed; try again in a few seconds.',
      };
    case 'nothingGiven':
    case 'wrong':
    case 'foreignForm':
      // RFC 6750.
      context.header('WWW-Authenticate', why.kind === 'wrong' ? 'Bearer error="invalid_token"' : 'Bearer');
      return { code: 'Unauthorized', detail: details[why.kind] };
  }
}

const details = {
  nothingGiven: 'Send a token in the header "Authorization: Bearer <token>".',
  wrong: 'The token is not one of ours, has expired or was revoked.',
  foreignForm: 'With a session, changes are taken from pages of ours only. Programs send a token.',
} as const;
