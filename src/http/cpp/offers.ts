import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { toCppSummary } from '../../domain/publication/cpp/cpp-offer';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { publisherParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { guard } from './guard';
import { factsOf } from './offer-facts';
import { offerSummaries } from './offer-schema';
import { offersQuery } from './request-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers',
  operationId: 'cppListOffers',
  tags: ['Cloud Partner Portal'],
  summary: 'The offers of a publisher',
  middleware: guard('read'),
  request: { params: publisherParams, query: offersQuery },
  responses: cppAnswers({ 200: json('Newest change first.', offerSummaries) }),
});

export const offersRoutes = ({ catalogue }: AppDeps): OpenAPIHono =>
  cppApi().openapi(route, async (context) => {
    const { publisherId } = context.req.valid('param');
    const { $filter: filter } = context.req.valid('query');
    const wanted = filter === undefined ? undefined : typeIn(filter);
    if (filter !== undefined && wanted === undefined) {
      const known = "offerTypeId eq '<type>'";
      return apiError(context, 'BadRequest', `The argument: '$filter' is not understood. Known: ${known}.`);
    }
    const offers = await catalogue.offers.summaries(publisherId);
    if (offers.length === 0 && (await catalogue.publishers.find(publisherId)) === undefined) {
      return apiError(context, 'NotFound', `There is no publisher ${publisherId}.`);
    }
    return context.json(
      offers
        .filter(({ offerType }) => wanted === undefined || offerType === wanted)
        .map((offer) => toCppSummary(offer.displayText, factsOf(offer))),
      200,
    );
  });

const typeIn = (filter: string): string | undefined =>
  /^\s*offerTypeId\s+eq\s+'([^']{0,100})'\s*$/i.exec(filter)?.[1];
