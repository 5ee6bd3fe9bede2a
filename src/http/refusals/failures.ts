import type { Context, ErrorHandler, Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { AttributesRefusedError } from '../../client';
import type { AppDeps } from '../deps';
import { refuse } from './dialect';
import type { ProblemCode } from './problem-codes';
import { routesAt } from './routes-at';

/** What went wrong stands in the log; the answer tells nothing of our inside. */
export function answerFailure({ log }: Pick<AppDeps, 'log'>): ErrorHandler {
  return (error, context) => {
    if (error instanceof HTTPException && error.status < 500)
      return refuse(context, codeOf(error), error.message);
    log.error({ err: error, method: context.req.method, path: loggedPath(context) }, 'request failed');
    return refuse(context, 'InternalError', error instanceof AttributesRefusedError ? notMade : ourFault);
  };
}

const ourFault = 'Something went wrong on our side. Nothing is known to be changed; try again in a minute.';
const notMade =
  'This installation cannot start publications: its Temporal namespace lacks search attributes, or has others. Nothing was changed. ' +
  'Whoever runs it learns from "offer doctor" how to make them.';

/** Queries hold tokens, and so do the addresses of packages' files. */
const loggedPath = ({ req: { path } }: Context): string => path.replace(/^(\/artefacts\/)[^/]+/, '$1...');

/** What the routes' own checks throw before a handler is asked. */
function codeOf({ status }: HTTPException): ProblemCode {
  if (status === 415) return 'UnsupportedMediaType';
  return status === 413 ? 'RequestTooLarge' : 'BadRequest';
}

/** An unknown address; or a known one that does not do what was asked, and says what it does. */
export const nothingHere =
  (app: Pick<Hono, 'router'>) =>
  (context: Context): Response | Promise<Response> => {
    const { method, path } = context.req;
    const known = new Set(routesAt(app, path).map((route) => route.method));
    const place = path.slice(0, 200);
    // An address that does what was asked can still lead to nothing.
    if (known.size === 0 || known.has(method === 'HEAD' ? 'GET' : method))
      return refuse(context, 'NotFound', `There is nothing at ${place}.`);
    // Whatever can be read, its head can.
    const allowed = [...known].flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])).join(', ');
    context.header('Allow', allowed);
    return refuse(context, 'MethodNotAllowed', `${place} does not take ${method}, but ${allowed}.`);
  };
