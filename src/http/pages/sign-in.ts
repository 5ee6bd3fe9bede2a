import { Hono } from 'hono';
import type { AppDeps } from '../deps';
import { sameSecret } from '../secret';
import { startSession } from '../session';

/** `/sign-in?token=...`, printed at start: leaves a cookie and an address without the token. */
export function signInRoutes(deps: AppDeps): Hono {
  const { apiToken } = deps.settings;
  return new Hono().get('/sign-in', (context) => {
    const given = context.req.query('token') ?? '';
    if (apiToken !== undefined && sameSecret(given, apiToken)) startSession(context, deps);
    return context.redirect('/', 303);
  });
}
