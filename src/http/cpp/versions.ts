import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { maskSecrets } from '../../domain/offer/secrets';
import { toCppOffer } from '../../domain/publication/cpp/cpp-offer';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { cppAnswers } from './answers-schema';
import { draftAnswer } from './draft';
import { guard } from './guard';
import { factsOf } from './offer-facts';
import { forOffer } from './offer-route';
import { offerAnswer } from './offer-schema';
import { slotParams, versionParams, versionQuery } from './request-schema';

const place = { method: 'get' as const, tags: ['Cloud Partner Portal'], middleware: guard('read') };

const byNumber = createRoute({
  ...place,
  path: '/publishers/{publisherId}/offers/{offerId}/versions/{version}',
  operationId: 'cppGetVersion',
  summary: 'A frozen version of an offer',
  request: { params: versionParams, query: versionQuery },
  responses: cppAnswers({ 200: json('As it was frozen; secrets are masked.', offerAnswer) }),
});

const bySlot = createRoute({
  ...place,
  path: '/publishers/{publisherId}/offers/{offerId}/slot/{slot}',
  operationId: 'cppGetSlot',
  summary: 'What stands in a slot: the draft, the preview, or what is live',
  request: { params: slotParams, query: versionQuery },
  responses: cppAnswers({ 200: json('404 while nothing stands there.', offerAnswer) }),
});

export const versionRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi()
    .openapi(
      byNumber,
      forOffer(deps, (context, offer) =>
        versionAnswer(deps, context, { offer, version: Number(context.req.param('version')) }),
      ),
    )
    .openapi(
      bySlot,
      forOffer(deps, (context, offer) => {
        const slotName = context.req.param('slot') ?? '';
        const slot = slotName.toLowerCase();
        if (slot === 'draft') return draftAnswer(context, offer);
        const version = slot === 'preview' ? offer.previewVersion : offer.productionVersion;
        if (version !== null) return versionAnswer(deps, context, { offer, version });
        const message = `Nothing of ${offer.publisherId}/${offer.offerId} stands in slot ${slotName}.`;
        return apiError(context, 'NotFound', message);
      }),
    );

type Asked = { readonly offer: OfferRecord; readonly version: number };

async function versionAnswer(
  { catalogue }: AppDeps,
  context: Context,
  { offer, version }: Asked,
): Promise<Response> {
  const found = await catalogue.offers.findVersion(offer, version);
  if (found === undefined) {
    const message = `${offer.publisherId}/${offer.offerId} has no version ${version}.`;
    return apiError(context, 'NotFound', message);
  }
  const facts = { ...factsOf(offer), version, changedAt: found.frozenAt };
  return context.json(toCppOffer(maskSecrets(found.document), facts), 200);
}
