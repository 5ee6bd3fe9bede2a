import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { diffRoutes } from './diff';
import { validateRoutes } from './validate';
import { walkthroughRoutes } from './walkthrough';

/** What helps before something is published; changes nothing. */
export const offerToolRoutes = (deps: AppDeps): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.route('/', diffRoutes(deps));
  app.route('/', validateRoutes(deps));
  app.route('/', walkthroughRoutes(deps));
  return app;
};
