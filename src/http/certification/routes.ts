import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { exceptionRoutes } from './exceptions';
import { certificationReportRoutes } from './report';

/** What certifications rest on: signed reports, exceptions. */
export function certificationRoutes(deps: AppDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.route('/', certificationReportRoutes(deps));
  app.route('/', exceptionRoutes(deps));
  return app;
}
