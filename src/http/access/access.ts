import type { Context, MiddlewareHandler } from 'hono';
import { runsInstallation } from '../../domain/access/grant';
import { may } from '../../domain/access/identity';
import type { Permission } from '../../domain/access/role';
import { apiError } from '../refusals/errors';
import { visitorOf } from './identity';
import { changesNothing, isSameOrigin } from './own-form';
import { foreignFormPage, forbiddenPage, signInNeededPage } from '../pages/access-pages';
import { problem } from '../refusals/problem';
import { unknownCppVisitor, unknownVisitor } from './unknown-visitor';

/*
 * Who may pass. `knowVisitor` (`visitor.ts`) has found out before who asks, by token or by session; nothing here
 * looks anything up, so refusals are alike, also in time, for publishers that exist and those that do not.
 */

/** Our own API, where the address names no publisher: anybody known. */
export function requireVisitor(): MiddlewareHandler {
  return async (context, next) => (visitorOf(context) === undefined ? unknownVisitor(context) : next());
}

/** Our own API, what concerns the whole installation: its operators. */
export function requireInstallation(): MiddlewareHandler {
  return async (context, next) => {
    const visitor = visitorOf(context);
    if (visitor === undefined) return unknownVisitor(context);
    return runsInstallation(visitor) ? next() : forbiddenProblem(context);
  };
}

/** Our own API below `/publishers/:publisherId`; 401 and 403 as problem+json. */
export function requirePermission(permission: Permission): MiddlewareHandler {
  return guard(permission, { unknown: unknownVisitor, forbidden: forbiddenProblem });
}

/** Any address of the CPP dialect: anybody known. */
export function requireToken(): MiddlewareHandler {
  return async (context, next) => (visitorOf(context) === undefined ? unknownCppVisitor(context) : next());
}

/** The CPP dialect below `/publishers/:publisherId`; 401 and 403 in CPP's envelope. */
export function requireCppPermission(permission: Permission): MiddlewareHandler {
  return guard(permission, { unknown: unknownCppVisitor, forbidden: forbiddenCpp });
}

/** Any page that is not public. Whatever changes something must come from a form of ours. */
export function requireSignIn(): MiddlewareHandler {
  return async (context, next) => {
    if (!changesNothing(context) && !isSameOrigin(context)) return foreignFormPage(context);
    return visitorOf(context) === undefined ? signInNeededPage(context) : next();
  };
}

/** Pages below `/publishers/:publisherId`: as {@link requireSignIn}, and 403 as a page. */
export function requirePagePermission(permission: Permission): MiddlewareHandler {
  return guard(permission, { unknown: signInNeededPage, forbidden: forbiddenPage });
}

export function forbiddenProblem(context: Context): Response {
  return problem(context, {
    code: 'Forbidden',
    detail: 'Use a token of this publisher whose role permits it (GET /api/me tells what a token is).',
  });
}

export function forbiddenCpp(context: Context): Response {
  return apiError(context, 'Forbidden', 'User does not have the required permissions');
}

type Refusals = {
  readonly unknown: (context: Context) => Response | Promise<Response>;
  readonly forbidden: (context: Context) => Response | Promise<Response>;
};

function guard(permission: Permission, { unknown, forbidden }: Refusals): MiddlewareHandler {
  return async (context, next) => {
    const visitor = visitorOf(context);
    if (visitor === undefined) return unknown(context);
    const publisherId = context.req.param('publisherId');
    if (publisherId === undefined) throw new Error(`No publisher is named at ${context.req.path}.`);
    return may(visitor, permission, publisherId) ? next() : forbidden(context);
  };
}
