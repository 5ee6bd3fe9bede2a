import { isDeepStrictEqual } from 'node:util';
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { BlankEnv } from 'hono/types';
import type { z } from 'zod';

type App = OpenAPIHono<BlankEnv>;
type Definition = Extract<App['openAPIRegistry']['definitions'][number], { type: 'route' }>;
type Route = Definition['route'];
type Answer = {
  readonly content?: Readonly<Record<string, { readonly schema?: unknown }>>;
  readonly headers?: unknown;
};

/**
 * Holds every answer of a documented address to its documentation: status, media type, headers, and the body to its
 * schema, without a field more. An answer that breaks it is thrown at whoever asked.
 */
export function withCheckedAnswers(app: App): App {
  const answer = app.fetch;
  const routes = documentedRoutes(app);
  app.fetch = async (request, ...rest) => {
    const given = await answer(request, ...rest);
    const route = routes.find(request.method, new URL(request.url).pathname);
    const breach = route && (await breachIn(route, given));
    if (breach === undefined) return given;
    throw new Error(`${request.method} ${new URL(request.url).pathname} breaks /openapi.json: ${breach}`);
  };
  return app;
}

type DocumentedRoutes = { readonly find: (method: string, path: string) => Route | undefined };

/** Of two addresses that fit, the one with fewer parameters is meant. */
function documentedRoutes({ openAPIRegistry }: App): DocumentedRoutes {
  const routes = openAPIRegistry.definitions
    .flatMap((definition) => (definition.type === 'route' ? [definition.route] : []))
    .map((route) => ({
      route,
      parameters: route.path.split('{').length,
      fits: new RegExp(`^${route.path.replaceAll(/\{[^}]+\}/g, '[^/]+').replaceAll('.', '\\.')}/?$`),
    }))
    .toSorted((one, other) => one.parameters - other.parameters);
  return {
    find: (method, path) =>
      routes.find(({ route, fits }) => route.method === method.toLowerCase() && fits.test(path))?.route,
  };
}

async function breachIn(route: Route, given: Response): Promise<string | undefined> {
  const documented = route.responses[given.status] as Answer | undefined;
  if (documented === undefined) return `status ${given.status} is not documented`;
  return (await bodyBreach(documented, given)) ?? headerBreach(documented, given);
}

async function bodyBreach({ content }: Answer, given: Response): Promise<string | undefined> {
  const type = (given.headers.get('Content-Type') ?? '').split(';')[0] ?? '';
  if (content === undefined) {
    return given.body === null || (await given.clone().text()) === ''
      ? undefined
      : 'a body is not documented';
  }
  const media = content[type];
  if (media === undefined) return `media type "${type}" is not documented for ${given.status}`;
  if (!type.endsWith('json') || !isZod(media.schema)) return undefined;
  const body: unknown = JSON.parse(await given.clone().text());
  const parsed = media.schema.safeParse(body);
  if (!parsed.success) {
    return `${given.status} ${JSON.stringify(body)?.slice(0, 500)}: ${parsed.error.message.slice(0, 2000)}`;
  }
  return isDeepStrictEqual(parsed.data, body)
    ? undefined
    : `${given.status} holds fields that its schema lacks`;
}

function headerBreach({ headers }: Answer, given: Response): string | undefined {
  const sent = Object.fromEntries(given.headers);
  if (isZod(headers)) {
    const parsed = headers.safeParse(sent);
    return parsed.success ? undefined : `headers: ${parsed.error.message}`;
  }
  const required = Object.entries((headers ?? {}) as Record<string, { required?: boolean }>);
  const missing = required.filter(([name, { required: must }]) => must === true && !given.headers.has(name));
  return missing.length === 0
    ? undefined
    : `headers are missing: ${missing.map(([name]) => name).join(', ')}`;
}

const isZod = (value: unknown): value is z.ZodType =>
  typeof value === 'object' && value !== null && 'safeParse' in value;
