import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, HonoRequest, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { BlankEnv } from 'hono/types';
import { refusalPage } from '../pages/refusal-page';
import { problem } from './problem';
import { type ProblemCode, problemCodes } from './problem-codes';
import { type RouteAt, routesAt } from './routes-at';
import { oauthRefusal } from '../tokens/oauth-refusal';

/** In which form an address refuses: problem+json, the Cloud Partner Portal's envelope, OAuth's, or a page. */
type Dialect = 'own' | 'cpp' | 'oauth' | 'page';

const dialects = new WeakMap<HonoRequest, Dialect>();

/** Refuses in the form the address speaks; `detail` is for programs, pages have their own words. */
export function refuse(context: Context, code: ProblemCode, detail: string): Response | Promise<Response> {
  switch (dialectOf(context)) {
    case 'own':
      return problem(context, { code, detail });
    case 'cpp':
      return context.json({ error: { code, message: detail } }, problemCodes[code].status);
    case 'oauth':
      return oauthRefusal(context, problemCodes[code].status, detail);
    case 'page':
      return refusalPage(context, code);
  }
}

/** What nothing documents is no address of CPP's either: programs get a problem, people a page. */
const dialectOf = ({ req }: Context): Dialect =>
  dialects.get(req) ?? (forProgram.test(req.path) ? 'own' : 'page');

const forProgram = /^\/(?:api|events|hooks|v1\.0)(?:\/|$)/;

/**
 * Notes for each request which dialect its route has documented, so that what is refused before or beside the route -
 * a body too large, a fault of ours - is refused in the same form.
 */
export function noteDialect(app: OpenAPIHono<BlankEnv>): MiddlewareHandler {
  let documented: ReadonlyMap<string, Dialect> | undefined;
  return async (context, next) => {
    documented ??= documentedDialects(app);
    const { method, path: address } = context.req;
    const own = matchedRoutes(context).map(({ path }) => ({ method, path }));
    // A wrong method is refused as the right one would be.
    const dialect =
      dialectIn(documented, own) ??
      (forProgram.test(address) ? dialectIn(documented, routesAt(app, address)) : undefined);
    if (dialect !== undefined) dialects.set(context.req, dialect);
    await next();
  };
}

function dialectIn(
  documented: ReadonlyMap<string, Dialect>,
  routes: readonly RouteAt[],
): Dialect | undefined {
  const keys = routes.map(({ method, path }) => `${method} ${path.replaceAll(/:([^/]+)/g, '{$1}')}`);
  return keys.map((key) => documented.get(key)).find((dialect) => dialect !== undefined);
}

function documentedDialects({ openAPIRegistry }: OpenAPIHono<BlankEnv>): ReadonlyMap<string, Dialect> {
  const found = new Map<string, Dialect>();
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const { method, path, responses } = definition.route;
    const refusal: unknown = responses[400];
    const isOwn = JSON.stringify(Object.keys(contentOf(refusal))).includes('problem+json');
    const isOAuth = path.includes('/oauth2/');
    found.set(`${method.toUpperCase()} ${path}`, isOAuth ? 'oauth' : isOwn ? 'own' : 'cpp');
  }
  return found;
}

function contentOf(answer: unknown): object {
  const content: unknown =
    typeof answer === 'object' && answer !== null && 'content' in answer ? answer.content : {};
  return typeof content === 'object' && content !== null ? content : {};
}
