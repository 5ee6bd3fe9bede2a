import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { publicationAnswer } from '../publication/publication-answer';
import { cppAnswers } from './answers-schema';
import { guard } from './guard';
import { forOffer } from './offer-route';
import { publicationSchema } from './publication-schema';
import { versionQuery } from './request-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/publication',
  operationId: 'getPublication',
  tags: ['Offers'],
  summary: 'The newest publication of an offer, or the one asked for, in our own words',
  middleware: guard('read'),
  request: {
    params: offerParams,
    query: versionQuery.extend({ publicationId: z.string().max(200).optional() }),
  },
  responses: cppAnswers(
    { 200: json('With live progress, and links made for this reader.', publicationSchema) },
    'NeverPublished',
  ),
});

/** `GET .../publication`: our own status document, with bytes and links. */
export const publicationRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi().openapi(
    route,
    forOffer(deps, async (context, offer) => {
      const asked = context.req.query('publicationId');
      const publication =
        asked === undefined
          ? await currentPublication(deps, offer)
          : (await deps.catalogue.publications.listOf(offer)).find((each) => each.publicationId === asked);
      if (publication !== undefined) {
        return context.json(await publicationAnswer(deps, offer, publication), 200);
      }
      const name = `${offer.publisherId}/${offer.offerId}`;
      return asked === undefined
        ? apiError(context, 'NeverPublished', `${name} has never been published.`)
        : apiError(context, 'NotFound', `${name} has no publication ${asked.slice(0, 50)} yet.`);
    }),
  );
