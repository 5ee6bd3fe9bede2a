import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { AppDeps } from './deps';
import { refuse } from './dialect';
import type { ProblemCode } from './problem-codes';

/** What went wrong stands in the log; the answer tells nothing of our inside. */
export function answerFailure({ log }: Pick<AppDeps, 'log'>): ErrorHandler {
  return (error, context) => {
    if (error instanceof HTTPException && error.status < 500)
      return refuse(context, codeOf(error), error.message);
    log.error({ err: error, method: context.req.method, path: loggedPath(context) }, 'request failed');
    const message =
      'Something went wrong on our side. Nothing is known to be changed; try again in a minute.';
    return refuse(context, 'InternalError', message);
  };
}

/** Queries hold tokens, and so do the addresses of packages' files. */
const loggedPath = ({ req: { path } }: Context): string => path.replace(/^(\/artefacts\/)[^/]+/, '$1...');

/** What the routes' own checks throw before a handler is asked. */
function codeOf({ status }: HTTPException): ProblemCode {
  if (status === 415) return 'UnsupportedMediaType';
  return status === 413 ? 'RequestTooLarge' : 'BadRequest';
}

export const nothingHere = (context: Context): Response | Promise<Response> =>
  refuse(context, 'NotFound', `There is nothing at ${context.req.path.slice(0, 200)}.`);
