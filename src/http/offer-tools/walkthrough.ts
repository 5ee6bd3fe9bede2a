import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { sortedIntoParts, type WalkthroughCheck } from '../../domain/offer/staged/walkthrough';
import type { Language } from '../../domain/text/language';
import { walkthroughName } from '../../domain/text/walkthrough';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { findingDetails } from '../publication/finding-details';
import { languageOf } from '../language';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { languageQuery, offerParams } from '../openapi/params-schema';
import { validateDraft } from '../offers/validate-draft';
import { noSuchOffer } from './no-such-offer';
import { walkthroughAnswer, type walkthroughCheck } from './walkthrough-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/walkthrough',
  operationId: 'walkthrough',
  tags: ['Offers'],
  summary: 'The four checks before an offer is pushed to staging',
  description:
    'Plans and technical content, marketing, pricing, support and legal: each names what is missing in the draft. A staged offer can be pushed to staging once all are green; of other types the checks are the same, and nothing waits for them.',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: languageQuery },
  responses: { ...problems(), 200: json('All four, green or not.', walkthroughAnswer) },
});

/** `GET .../walkthrough` */
export const walkthroughRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const offer = await deps.catalogue.offers.find(context.req.valid('param'));
    if (offer === undefined) return noSuchOffer(context, context.req.valid('param'));
    const { publisherId, offerId, etag } = offer;
    const checks = sortedIntoParts(await validateDraft(deps, offer));
    const language = languageOf(context);
    return context.json(
      {
        publisherId,
        offerId,
        etag,
        canBePushedToStaging: checks.every(({ isGreen }) => isGreen),
        checks: checks.map((check) => toldCheck(check, language)),
      },
      200,
    );
  });

/** As the API shows a check: with words, in the reader's language. */
export function toldCheck(
  { part, isGreen, findings }: WalkthroughCheck,
  language: Language,
): z.input<typeof walkthroughCheck> {
  const name = walkthroughName(part, language);
  return { part, name, isGreen, findings: [...findingDetails(findings, language)] };
}
