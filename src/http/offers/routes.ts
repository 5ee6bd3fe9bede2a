import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { discardRoutes } from './discard';
import { historyRoutes } from './history';
import { offerListRoutes } from './list';
import { supportCaseRoutes } from './support';

/** Lists of offers, and what the Cloud Partner Portal kept to its pages: history, discard, support. */
export const offerRoutes = (deps: AppDeps): OpenAPIHono => {
  const app = new OpenAPIHono();
  app.route('/', offerListRoutes(deps));
  app.route('/', historyRoutes(deps));
  app.route('/', discardRoutes(deps));
  app.route('/', supportCaseRoutes(deps));
  return app;
};
