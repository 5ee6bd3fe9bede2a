import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { offerTypeIds } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { savedPart, toCppOffer } from '../../domain/publication/cpp/cpp-offer';
import { withAllPricing } from '../../domain/publication/cpp/cpp-pricing';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { forbiddenCpp } from '../access/access';
import { editsDraft } from '../access/draft-editor';
import { apiError } from '../refusals/errors';
import { identityOf } from '../access/identity';
import { type JsonObject, readJsonBody } from '../requests/json-body';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { bodyOf } from './body';
import { guard } from './guard';
import { factsOf } from './offer-facts';
import { forOffer } from './offer-route';
import { offerAnswer } from './offer-schema';
import { ifMatchOf } from './if-match';
import { draftBody, draftQuery, ifMatchHeader, versionQuery } from './request-schema';

const place = { path: '/publishers/{publisherId}/offers/{offerId}', tags: ['Cloud Partner Portal'] };

const read = createRoute({
  ...place,
  method: 'get',
  operationId: 'cppGetOffer',
  summary: 'The draft of an offer, with its ETag',
  middleware: guard('read'),
  request: { params: offerParams, query: draftQuery },
  responses: cppAnswers({ 200: json('The draft; secrets are masked.', offerAnswer) }),
});

const save = createRoute({
  ...place,
  method: 'put',
  operationId: 'cppPutOffer',
  summary: 'Saves the draft of an offer as a whole',
  description:
    'A mask in the place of a secret keeps the stored secret. What only the server says is ignored.',
  // Who may edit it is up to its type: some are edited by reviewers, too.
  middleware: guard('read'),
  request: {
    params: offerParams,
    query: versionQuery,
    headers: ifMatchHeader,
    body: bodyOf(draftBody, true),
  },
  responses: cppAnswers(
    { 200: json('Saved, also when it is new.', offerAnswer) },
    'InvalidResourceId',
    'PreconditionFailed',
    'RequestTooLarge',
  ),
});

/** `PUT` saves the draft, `GET` gives it back with its secrets masked; a mask sent back keeps the stored secret. */
export const draftRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi()
    .openapi(
      read,
      forOffer(deps, (context, offer) =>
        draftAnswer(context, offer, context.req.query('includeAllPricing')?.toLowerCase() === 'true'),
      ),
    )
    .openapi(save, async (context) => {
      const offer = context.req.valid('param');
      if (!(await editsDraft(deps, identityOf(context), offer))) return forbiddenCpp(context);
      const body = await readJsonBody(context);
      if (body.kind !== 'object') {
        const why = body.kind === 'bad' ? body.why : 'The body must be the offer document.';
        return apiError(context, 'BadRequest', why);
      }
      const why = whyNotDraftOf(offer, body.value);
      return why === undefined
        ? saveDraft(deps, context, { offer, draft: body.value })
        : apiError(context, 'BadRequest', why);
    });

export function draftAnswer(context: Context, offer: OfferRecord, allPricing = false): Response {
  const answer = toCppOffer(allPricing ? withAllPricing(offer.draft) : offer.draft, factsOf(offer));
  return context.json(answer, 200, { ETag: offer.etag });
}

type Draft = { readonly offer: OfferKey; readonly draft: JsonObject };

async function saveDraft(
  { catalogue, settings }: AppDeps,
  context: Context,
  { offer, draft }: Draft,
): Promise<Response> {
  const given = await ifMatchOf(context, async () => (await catalogue.offers.find(offer))?.etag);
  // Without one the last writer wins, or, where that is not wanted, only a new offer is taken.
  const ifMatch = given ?? (settings.ifMatchRequired ? null : '*');
  const { actor } = identityOf(context);
  const named = { publisherId: offer.publisherId, id: offer.offerId };
  const saved = await catalogue.offers.saveDraft(
    offer,
    { ...savedPart(draft), ...named },
    { actor, ifMatch },
  );
  if (saved.kind === 'saved') return draftAnswer(context, saved.offer);
  if (ifMatch === null) {
    const message =
      'Offer ID already exists. To change it, send If-Match with the ETag you have read, or * to overwrite it.';
    return apiError(context, 'InvalidResourceId', message);
  }
  const message =
    saved.etag === ''
      ? `There is no offer ${offer.publisherId}/${offer.offerId} (any more). To make it, leave If-Match out.`
      : `The draft was changed by somebody else; its ETag is now ${saved.etag}. Read it again, then save.`;
  return apiError(context, 'PreconditionFailed', message);
}

/** What keeps a document from being a draft of this offer at all; everything else is found when it is published. */
function whyNotDraftOf({ publisherId, offerId }: OfferKey, draft: JsonObject): string | undefined {
  const offerTypeId = draft['offerTypeId'];
  if (typeof offerTypeId !== 'string' || offerTypeId === '') {
    return "The argument: 'OfferTypeId' cannot be null or empty.";
  }
  if (!offerTypeIds.some((known) => known === offerTypeId)) {
    return `Offers of type "${offerTypeId.slice(0, 100)}" are not published here. Known types: ${offerTypeIds.join(', ')}.`;
  }
  if (draft['publisherId'] !== undefined && draft['publisherId'] !== publisherId) {
    return `publisherId in the document is not the address's "${publisherId}".`;
  }
  if (draft['id'] !== undefined && draft['id'] !== offerId) {
    return `id in the document is not the address's "${offerId}".`;
  }
  return undefined;
}
