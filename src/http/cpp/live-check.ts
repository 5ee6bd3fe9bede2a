import { Hono } from 'hono';
import type { AppDeps } from '../deps';
import { forOffer } from './offer-route';

/** `GET .../live-check`: reads everything that is live again, which takes as long as reading it takes. */
export function liveCheckRoutes(deps: AppDeps): Hono {
  return new Hono().get(
    '/live-check',
    forOffer(deps, async (context, { publisherId, offerId }) =>
      context.json(await deps.liveChecker.check({ publisherId, offerId }, context.req.raw.signal)),
    ),
  );
}
