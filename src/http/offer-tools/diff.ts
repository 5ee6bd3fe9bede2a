import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { readableChange } from '../../domain/text/change';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { problem } from '../refusals/problem';
import { compareDocuments } from './compare';
import { diffAnswer, diffQuery } from './diff-schema';
import { noSuchOffer } from './no-such-offer';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/diff',
  operationId: 'diffOffer',
  tags: ['Offers'],
  summary: 'What differs between two documents of an offer',
  description:
    'Compares the draft, what is in preview, what is live, or any frozen version: as JSON Patch and in words.',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: diffQuery },
  responses: {
    200: json('The difference; both lists are empty when there is none.', diffAnswer),
    ...problems(),
  },
});

/** `GET .../diff?from=Draft&to=Production` */
export const diffRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const { from, to } = context.req.valid('query');
    const offer = await deps.catalogue.offers.find(context.req.valid('param'));
    if (offer === undefined) return noSuchOffer(context, context.req.valid('param'));
    const compared = await compareDocuments(deps, offer, { from, to });
    if (compared.kind === 'nothingThere') {
      const detail = `${offer.publisherId}/${offer.offerId} has no ${nameOf(compared.side)} yet.`;
      return problem(context, { code: 'NotFound', detail });
    }
    const language = languageOf(context);
    return context.json(
      {
        from: { slot: from, version: compared.fromVersion },
        to: { slot: to, version: compared.toVersion },
        changes: compared.changes.map((change) => readableChange(change, language)),
        patch: compared.patch,
      },
      200,
    );
  });

const nameOf = (side: string | number): string =>
  typeof side === 'number' ? `version ${side}` : `${side} document`;
