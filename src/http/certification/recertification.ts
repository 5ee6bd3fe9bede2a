import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { isId, type OfferKey } from '../../domain/offer/ids';
import { requireInstallation } from '../access/access';
import type { AppDeps } from '../deps';
import { findingDetails } from '../publication/finding-details';
import { languageOf } from '../language';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { problem } from '../refusals/problem';
import { recertificationAnswer, recertificationQuery } from './recertify-schema';
import { type Recertified, recertify } from './recertify';

const route = createRoute({
  method: 'get',
  path: '/recertification',
  operationId: 'tryRecertification',
  tags: ['Operations'],
  summary: 'What today’s rules would say of the offers that are live',
  description:
    'Documents as they went live, images by what certification once found in them, packages as they lie in staging. Nothing is read from publishers, and nothing is changed. For operators of the whole installation.',
  middleware: [requireInstallation()] as const,
  request: { query: recertificationQuery },
  responses: { 200: json('One page, by publisher and offer.', recertificationAnswer), ...problems() },
});

/** `GET /api/recertification` */
export const recertificationRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const { cursor, limit } = context.req.valid('query');
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (cursor !== undefined && after === undefined) {
      return problem(context, { code: 'BadRequest', detail: 'Give as cursor what "next" of a page said.' });
    }
    const { liveOffers } = deps.catalogue;
    const [live, total] = await Promise.all([
      liveOffers.page({ after, limit: limit + 1 }),
      liveOffers.count(),
    ]);
    const judged: Recertified[] = [];
    // One after the other: this is a question of an operator's, and publishers come first.
    for (const each of live.slice(0, limit)) judged.push(await recertify(deps, each));
    const language = languageOf(context);
    const items = judged.map((each) => ({
      ...each,
      certifiedUnder: [...each.certifiedUnder],
      rulesNow: [...each.rulesNow],
      judged: [...each.judged],
      notJudged: [...each.notJudged],
      rulesNotRun: [...each.rulesNotRun],
      findings: [...findingDetails(each.findings, language)],
    }));
    const last = items.at(-1);
    const next = live.length > limit && last !== undefined ? `${last.publisherId}/${last.offerId}` : null;
    return context.json({ items, total, next }, 200);
  });

function readCursor(cursor: string): OfferKey | undefined {
  const [publisherId, offerId, ...rest] = cursor.split('/');
  return isId(publisherId) && isId(offerId) && rest.length === 0 ? { publisherId, offerId } : undefined;
}
