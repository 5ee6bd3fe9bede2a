import type { MiddlewareHandler } from 'hono';
import { apiError } from '../refusals/errors';

export const apiVersion = '2017-10-31';

/** CPP's clients always send the version; ours may leave it out. Another one is refused, as CPP does. */
export function requireApiVersion(): MiddlewareHandler {
  return async (context, next) => {
    const asked = context.req.query('api-version');
    if (asked === undefined || asked === apiVersion) return next();
    const message = `Invalid api version. Allowed values are [${apiVersion}]`;
    return apiError(context, 'InvalidAPIVersion', message);
  };
}
