import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { exceptionRoutes } from './exceptions';
import { recertificationRoutes } from './recertification';
import { certificationReportRoutes } from './report';

/** What certifications rest on: signed reports, exceptions, and the rules of today. */
export function certificationRoutes(deps: AppDeps): OpenAPIHono {
  const app = new OpenAPIHono();
  app.route('/', certificationReportRoutes(deps));
  app.route('/', exceptionRoutes(deps));
  app.route('/', recertificationRoutes(deps));
  return app;
}
