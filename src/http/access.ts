import type { Context, MiddlewareHandler } from 'hono';
import type { AppDeps } from './deps';
import { apiError } from './errors';
import { sameSecret } from './secret';
import { hasSession } from './session';

/** Who acts, as history and log name them. One token, one identity, until publishers get their own. */
export const apiActor = 'api';
export const portalActor = 'portal';

/** Lets only holders of the API token pass. */
export function requireToken({ settings }: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    const given = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
    const { apiToken } = settings;
    if (apiToken !== undefined && given !== undefined && sameSecret(given, apiToken)) return next();
    context.header('WWW-Authenticate', 'Bearer');
    return apiError(context, 'Unauthorized', whyUnauthorized(apiToken, given));
  };
}

function whyUnauthorized(apiToken: string | undefined, given: string | undefined): string {
  if (apiToken === undefined) return 'This API has no API_TOKEN set, so nobody can be let in. Set one.';
  return given === undefined
    ? 'Send the API token in the header "Authorization: Bearer <token>".'
    : 'The API token is not the right one.';
}

/**
 * Whether a form may change something: it must come from a page of ours (the browser says so itself) and from a
 * signed-in person. The session cookie is SameSite=Strict; the origin check holds where a browser forgets that.
 */
export function isOwnForm(context: Context, deps: AppDeps): boolean {
  return hasSession(context, deps) && isSameOrigin(context);
}

function isSameOrigin(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === context.req.header('Host');
}
