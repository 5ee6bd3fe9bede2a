import type { Hono } from 'hono';

export type RouteAt = { readonly method: string; readonly path: string };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** What answers at an address, by whatever method; middleware, which stands there for every method, is left out. */
export const routesAt = ({ router }: Pick<Hono, 'router'>, address: string): readonly RouteAt[] =>
  methods.flatMap((asked) =>
    router
      .match(asked, address)[0]
      .flatMap(([[, { method, path }]]) => (method === asked ? [{ method, path }] : [])),
  );
