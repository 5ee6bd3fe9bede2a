import { Hono } from 'hono';
import { requireToken } from '../access';
import type { AppDeps } from '../deps';
import { requireApiVersion } from './api-version';
import { draftRoutes } from './draft';
import { liveCheckRoutes } from './live-check';
import { messageRoutes } from './messages';
import { operationRoutes } from './operations';
import { publishRoutes } from './publish';
import { publisherLanguageRoutes } from './publisher-language';
import { statusRoutes } from './status';

/** The Cloud Partner Portal dialect, below `/api`. */
export function cppRoutes(deps: AppDeps): Hono {
  return new Hono()
    .use(requireToken(deps), requireApiVersion())
    .route('/publishers/:publisherId', publisherLanguageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', draftRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', publishRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', messageRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', statusRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', operationRoutes(deps))
    .route('/publishers/:publisherId/offers/:offerId', liveCheckRoutes(deps));
}
