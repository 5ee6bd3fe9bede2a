import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { AppDeps } from '../deps';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { guard } from './guard';
import { forOffer } from './offer-route';
import { versionQuery } from './request-schema';
import { sharedLiveChecker } from './shared-live-checker';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/live-check',
  operationId: 'checkLive',
  tags: ['Offers'],
  summary: 'Reads everything that is live again and compares it',
  description: 'Takes as long as reading it takes. Who asks meanwhile gets the same answer.',
  middleware: guard('read'),
  request: { params: offerParams, query: versionQuery },
  responses: cppAnswers({
    200: json('What was read, and whether it is right.', z.looseObject({ ok: z.boolean() })),
  }),
});

/** `GET .../live-check`: reads everything that is live again, which takes as long as reading it takes. */
export function liveCheckRoutes(deps: AppDeps): OpenAPIHono {
  const liveChecker = sharedLiveChecker(deps.liveChecker);
  return cppApi().openapi(
    route,
    forOffer(deps, async (context, { publisherId, offerId }) =>
      context.json(await liveChecker.check({ publisherId, offerId }, context.req.raw.signal), 200),
    ),
  );
}
