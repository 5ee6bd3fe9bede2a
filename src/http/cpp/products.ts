import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { isId } from '../../domain/offer/ids';
import { cppNames } from '../../domain/publication/cpp/cpp-names';
import type { OfferRecord } from '../../services/ports';
import { requireToken } from '../access/access';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { identityOf } from '../access/identity';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { cppAnswers } from './answers-schema';
import { productsAnswer, productsQuery } from './products-schema';

const route = createRoute({
  method: 'get',
  path: '/products',
  operationId: 'listProducts',
  tags: ['Cloud Partner Portal'],
  summary: 'The offer with an id, as the newer ingestion API tells it',
  description: 'Clients of the CPP API ask this first, to see whether an offer exists.',
  middleware: [requireToken()],
  request: { query: productsQuery },
  responses: cppAnswers({ 200: json('Those the token reaches.', productsAnswer) }),
});

/** `GET /v1.0/ingestion/products?$filter=...`: all that clients of the CPP API want of the API after it. */
export const productRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi().openapi(route, async (context) => {
    const offerId = offerIdIn(context.req.valid('query').$filter ?? '');
    if (offerId === undefined) {
      const known = "ExternalIDs/Any(i:i/Type eq 'AzureOfferId' and i/Value eq '<offer id>')";
      return apiError(context, 'BadRequest', `The argument: '$filter' is not understood. Known: ${known}.`);
    }
    const offers = isId(offerId) ? await reached(deps, identityOf(context).publisherId, offerId) : [];
    return context.json({ value: offers.map(toProduct) }, 200);
  });

const offerIdIn = (filter: string): string | undefined =>
  /^\s*ExternalIDs\/Any\(\s*i\s*:\s*i\/Type eq 'AzureOfferId' and i\/Value eq '([^']{0,200})'\s*\)\s*$/i.exec(
    filter,
  )?.[1];

async function reached(
  { catalogue }: AppDeps,
  publisherId: string | null,
  offerId: string,
): Promise<readonly OfferRecord[]> {
  if (publisherId === null) return catalogue.offers.withId(offerId);
  const offer = await catalogue.offers.find({ publisherId, offerId });
  return offer === undefined ? [] : [offer];
}

const toProduct = ({
  guid,
  offerId,
  offerType,
}: OfferRecord): z.output<typeof productsAnswer>['value'][number] => ({
  resourceType: cppNames[offerType].resourceType,
  name: offerId,
  externalIDs: [{ type: 'AzureOfferId', value: offerId }],
  isModularPublishing: true,
  id: guid,
});
