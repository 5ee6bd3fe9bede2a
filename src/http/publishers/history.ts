import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { csvAnswer, historyItem } from '../offers/history';
import { historyCsv } from '../offers/history-csv';
import { historyPage } from '../offers/history-page';
import { publisherHistoryAnswer, publisherHistoryQuery } from '../offers/history-schema';
import { problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { publisherParams } from '../openapi/params-schema';
import { problem } from '../refusals/problem';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/history',
  operationId: 'getPublisherHistory',
  tags: ['Access'],
  summary: 'Who changed a publisher, its tokens, webhooks and exceptions for every offer',
  description:
    'Newest first. As JSON page by page, or whole as CSV. What happened to an offer stands in the history of that offer.',
  middleware: [requirePermission('manage')] as const,
  request: { params: publisherParams, query: publisherHistoryQuery },
  responses: {
    200: {
      description: 'Events, newest first.',
      content: {
        'application/json': { schema: publisherHistoryAnswer },
        'text/csv': { schema: z.string() },
      },
    },
    ...problems(),
  },
});

/** `GET /api/publishers/{publisherId}/history?kind=&actor=&cursor=&limit=&format=json|csv`, for those who see its tokens. */
export const publisherHistoryRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const { publisherId } = context.req.valid('param');
    const { format, ...asked } = context.req.valid('query');
    if ((await deps.catalogue.publishers.find(publisherId)) === undefined)
      return problem(context, { code: 'NotFound', detail: `There is no publisher ${publisherId}.` });
    const own = { publisherId, offerId: '' };
    const language = languageOf(context);
    if (format === 'csv') return csvAnswer(historyCsv(deps, { offer: own, asked, language }), own);
    const { events, next } = await historyPage(deps, own, asked);
    return context.json({ items: events.map((event) => historyItem(event, language)), next }, 200);
  });
