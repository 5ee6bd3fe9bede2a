import { OpenAPIHono } from '@hono/zod-openapi';
import { contextStorage } from 'hono/context-storage';
import type { BlankEnv } from 'hono/types';
import { assetRoutes } from './assets';
import { certificationRoutes } from './certification/routes';
import { productRoutes as ingestionRoutes } from './cpp/products';
import { cppRoutes } from './cpp/routes';
import type { AppDeps } from './deps';
import { noteDialect } from './refusals/dialect';
import { eventRoutes } from './events/routes';
import { answerFailure, nothingHere } from './refusals/failures';
import { healthRoutes } from './health/health';
import { hookRoutes } from './hooks/azure-devops';
import { answerOnce } from './idempotency/idempotency';
import { limitBody } from './requests/limits';
import { withNotedSenders } from './publication/noted-senders';
import { offerRoutes } from './offers/routes';
import { offerToolRoutes } from './offer-tools/routes';
import { offerTypeRoutes } from './offer-types/routes';
import { documentIdempotency } from './openapi/idempotency-docs';
import { openApiRoutes } from './openapi/routes';
import { pageRoutes } from './pages/routes';
import { requirePlainRequest } from './requests/plain-request';
import { productRoutes } from './product/routes';
import { publisherHistoryRoutes } from './publishers/history';
import { publisherRoutes } from './publishers/routes';
import { neverCached, securityHeaders } from './security-headers';
import { reviewRoutes } from './reviews/routes';
import { exchangeRoutes } from './tokens/exchange-routes';
import { installationTokenRoutes, publisherTokenRoutes } from './tokens/routes';
import { uploadRoutes } from './uploads/routes';
import { knowVisitor } from './access/visitor';
import { webhookRoutes } from './webhooks/routes';

/** Everything this process answers over HTTP: health, the API below `/api`, product pages, publishers' pages. */
export function createApp(given: AppDeps): OpenAPIHono<BlankEnv> {
  const deps = { ...given, client: withNotedSenders(given) };
  const app = new OpenAPIHono<BlankEnv>({ strict: false });
  app.use(
    contextStorage(),
    securityHeaders(),
    neverCached(),
    noteDialect(app),
    limitBody(),
    requirePlainRequest(),
  );
  app.route('/', healthRoutes(deps));
  app.route('/', assetRoutes());
  app.route('/', productRoutes(deps));
  app.route('/', exchangeRoutes(deps));
  app.route('/', hookRoutes(deps));
  app.route('/api', offerTypeRoutes(deps));
  app.use(knowVisitor(deps));
  app.route('/', openApiRoutes(app));
  app.use('/api/*', answerOnce(deps));
  app.route('/api', publisherRoutes(deps));
  app.route('/api', publisherHistoryRoutes(deps));
  app.route('/api', publisherTokenRoutes(deps));
  app.route('/api', installationTokenRoutes(deps));
  app.route('/api', offerRoutes(deps));
  app.route('/api', offerToolRoutes(deps));
  app.route('/api', reviewRoutes(deps));
  app.route('/api', certificationRoutes(deps));
  app.route('/api', uploadRoutes(deps));
  app.route('/', eventRoutes(deps));
  app.route('/api', webhookRoutes(deps));
  app.route('/api', cppRoutes(deps));
  app.route('/v1.0/ingestion', ingestionRoutes(deps));
  app.route('/', pageRoutes(deps));
  documentIdempotency(app);
  app.notFound(nothingHere(app));
  app.onError(answerFailure(deps));
  return app;
}
