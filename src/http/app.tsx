import { type Context, Hono } from 'hono';
import { assetRoutes } from './assets';
import { cppRoutes } from './cpp/routes';
import type { AppDeps } from './deps';
import { apiError } from './errors';
import { healthRoutes } from './health';
import { languageOf } from './language';
import { limitBody } from './limits';
import { NoticePage } from './pages/notice-page';
import { notFoundPage } from './pages/page-offer';
import { pageRoutes } from './pages/routes';
import { productRoutes } from './product/routes';
import { neverCached, securityHeaders } from './security-headers';
import { wordsIn } from './words/words';

/** Everything this process answers over HTTP: health, the API below `/api`, product pages, publishers' pages. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono();
  app.use(securityHeaders(), neverCached(), limitBody());
  app.route('/', healthRoutes(deps));
  app.route('/', assetRoutes());
  app.route('/api', cppRoutes(deps));
  app.route('/', productRoutes(deps));
  app.route('/', pageRoutes(deps));
  app.notFound((context) =>
    isForProgram(context)
      ? apiError(context, 'NotFound', `There is nothing at ${context.req.path.slice(0, 200)}.`)
      : notFoundPage(context),
  );
  app.onError((error, context) => {
    // The path only: queries hold tokens.
    deps.log.error({ err: error, method: context.req.method, path: context.req.path }, 'request failed');
    return ownFault(context);
  });
  return app;
}

/** What went wrong stands in the log; the answer tells nothing of our inside. */
function ownFault(context: Context): Response | Promise<Response> {
  if (isForProgram(context)) {
    const message =
      'Something went wrong on our side. Nothing is known to be changed; try again in a minute.';
    return apiError(context, 'InternalError', message);
  }
  const words = wordsIn(languageOf(context));
  return context.html(<NoticePage words={words} title="ourFault" help="ourFaultHelp" />, 500);
}

const isForProgram = ({ req }: Context): boolean => req.path === '/api' || req.path.startsWith('/api/');
