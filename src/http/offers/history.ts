import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { historyText } from '../../domain/text/history/history';
import type { Language } from '../../domain/text/language';
import type { HistoryEvent } from '../../services/ports';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { noSuchOffer } from '../offer-tools/no-such-offer';
import { problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { csvName, historyCsv } from './history-csv';
import { historyPage } from './history-page';
import { historyAnswer, type historyEvent, historyQuery } from './history-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/history',
  operationId: 'getHistory',
  tags: ['Offers'],
  summary: 'Everything that happened to an offer',
  description:
    'Newest first, also of an offer whose draft was discarded. As JSON page by page, or whole as CSV.',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: historyQuery },
  responses: {
    200: {
      description: 'Events, newest first.',
      content: {
        'application/json': { schema: historyAnswer },
        'text/csv': { schema: z.string() },
      },
    },
    ...problems(),
  },
});

/** `GET .../history?kind=&actor=&publication=&cursor=&limit=&format=json|csv` */
export const historyRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const offer = context.req.valid('param');
    const { format, ...asked } = context.req.valid('query');
    if (!(await hasHistory(deps, offer))) return noSuchOffer(context, offer);
    const language = languageOf(context);
    const offerType = (await deps.catalogue.offers.find(offer))?.offerType;
    if (format === 'csv') return csvAnswer(historyCsv(deps, { offer, offerType, asked, language }), offer);
    const { events, next } = await historyPage(deps, offer, asked);
    const items = events.map((event) => historyItem({ ...event, offerType }, language));
    return context.json({ items, next }, 200);
  });

type Told = HistoryEvent & { readonly offerType?: OfferTypeId | undefined };

/** An event with its words, and without what its address says already. */
export function historyItem(event: Told, language: Language): z.infer<typeof historyEvent> {
  const { at, kind, actor, isVouchedFor, publicationId, offerVersion, payload } = event;
  const told = { at, kind, actor, isVouchedFor, publicationId, offerVersion, payload };
  return { ...told, text: historyText(event, language) };
}

/** Every offer has events from its first save on; a discarded one keeps them. */
export async function hasHistory({ catalogue }: AppDeps, offer: OfferKey): Promise<boolean> {
  return (await catalogue.history.page(offer, { limit: 1 })).length > 0;
}

export const csvAnswer = (file: ReadableStream<Uint8Array>, offer: OfferKey): Response =>
  new Response(file, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${csvName(offer)}"`,
    },
  });
