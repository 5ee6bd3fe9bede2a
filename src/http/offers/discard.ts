import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { languageOf } from '../language';
import { noSuchOffer } from '../offer-tools/no-such-offer';
import { problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { problem } from '../refusals/problem';
import { wordsIn } from '../words/words';

const route = createRoute({
  method: 'delete',
  path: '/publishers/{publisherId}/offers/{offerId}',
  operationId: 'discardDraft',
  tags: ['Offers'],
  summary: 'Discards an offer that was never shown to anybody',
  description: 'With its draft and its secrets. What happened to it can still be read in its history.',
  middleware: [requirePermission('edit')] as const,
  request: {
    params: offerParams,
    headers: z.object({
      'if-match': z.string().max(200).optional().openapi({
        description: 'The ETag of the draft as you know it; a draft that was changed since is kept.',
      }),
    }),
  },
  responses: {
    204: { description: 'It is gone.' },
    ...problems('PreconditionFailed', 'DraftNotDiscardable'),
  },
});

/** `DELETE .../offers/{offerId}` */
export const discardRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi().openapi(route, async (context) => {
    const offer = context.req.valid('param');
    const { 'if-match': ifMatch } = context.req.valid('header');
    const discarded = await deps.catalogue.offers.discard(offer, {
      actor: identityOf(context).actor,
      ...(ifMatch === undefined ? {} : { ifMatch }),
    });
    switch (discarded.kind) {
      case 'discarded':
        return context.body(null, 204);
      case 'unknown':
        return noSuchOffer(context, offer);
      case 'conflict': {
        const detail = `The draft of ${offer.publisherId}/${offer.offerId} was changed since; its ETag is now ${discarded.etag}. Read it again, then decide.`;
        return problem(context, { code: 'PreconditionFailed', detail });
      }
      case 'refused': {
        const known = await deps.catalogue.offers.find(offer);
        const detail = wordsIn(languageOf(context), known?.offerType).say(`discard.${discarded.why}`);
        return problem(context, { code: 'DraftNotDiscardable', detail });
      }
    }
  });
