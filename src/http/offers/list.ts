import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { situationLabel } from '../../domain/text/labels';
import type { Language } from '../../domain/text/language';
import type { OfferListing } from '../../services/ports';
import { forbiddenProblem, requireVisitor } from '../access/access';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { languageOf } from '../language';
import { statusPath } from './offer-key';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { filterFor, isSearch, listPage } from './list-page';
import { listAnswer, listQuery } from './list-schema';

const route = createRoute({
  method: 'get',
  path: '/offers',
  operationId: 'listOffers',
  tags: ['Offers'],
  summary: 'Offers, page by page',
  description: 'Those of every publisher that the token reaches, without their documents.',
  middleware: [requireVisitor()] as const,
  request: { query: listQuery },
  responses: { 200: json('One page.', listAnswer), ...problems() },
});

/** `GET /api/offers` */
export const offerListRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const asked = context.req.valid('query');
    const filter = filterFor(identityOf(context), asked);
    if (filter === undefined) return forbiddenProblem(context);
    const [page, counts] = await Promise.all([
      listPage(deps, filter, asked),
      isSearch(asked.search) ? undefined : deps.catalogue.offerLists.counts(filter),
    ]);
    if (page === undefined) {
      const detail = 'The cursor belongs to another sort. Begin again without a cursor.';
      return problem(context, { code: 'BadRequest', detail });
    }
    const { offers, next, previous } = page;
    const language = languageOf(context);
    const items = offers.map((offer) => itemOf(offer, deps.settings.publicUrl, language));
    return context.json({ items, total: counts === undefined ? null : sum(counts), next, previous }, 200);
  });

function itemOf(
  { place: _place, ...offer }: OfferListing,
  publicUrl: string,
  language: Language,
): z.output<typeof listAnswer>['items'][number] {
  return {
    ...offer,
    label: situationLabel(offer.situation, language, offer.offerType),
    links: { status: `${publicUrl}${statusPath(offer)}` },
  };
}

const sum = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
