import { type Context, Hono } from 'hono';
import { offerTypeIds } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { apiActor } from '../access';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { type JsonObject, readJsonBody } from '../json-body';
import { forKey, forOffer } from './offer-route';

/** `PUT` saves the draft, `GET` gives it back with its secrets masked; a mask sent back keeps the stored secret. */
export function draftRoutes(deps: AppDeps): Hono {
  return new Hono()
    .get(
      '/',
      forOffer(deps, (context, offer) => context.json(offer.draft, 200, { ETag: offer.etag })),
    )
    .put(
      '/',
      forKey(async (context, offer) => {
        const body = await readJsonBody(context);
        if (body.kind !== 'object') {
          return badDraft(context, body.kind === 'bad' ? body.why : 'The body must be the offer document.');
        }
        const why = whyNotDraftOf(offer, body.value);
        return why === undefined ? save(deps, context, { offer, draft: body.value }) : badDraft(context, why);
      }),
    );
}

type Draft = { readonly offer: OfferKey; readonly draft: JsonObject };

async function save({ catalogue }: AppDeps, context: Context, { offer, draft }: Draft): Promise<Response> {
  const ifMatch = context.req.header('If-Match');
  const saved = await catalogue.offers.saveDraft(offer, draft, {
    actor: apiActor,
    ...(ifMatch === undefined || ifMatch === '*' ? {} : { ifMatch }),
  });
  switch (saved.kind) {
    case 'saved':
      return context.json(saved.offer.draft, 200, { ETag: saved.offer.etag });
    case 'conflict': {
      const message = `The draft was changed by somebody else; its ETag is now ${saved.etag}. Read it again, then save.`;
      return apiError(context, 'PreconditionFailed', message);
    }
  }
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

const badDraft = (context: Context, why: string): Response => apiError(context, 'BadRequest', why);
