import { Hono } from 'hono';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { languageOf } from '../language';
import { forOffer } from './offer-route';
import { cppStatusOf } from './status';

/** `GET .../operations/{id}`: any accepted publish, go-live or cancel, for ever. A slash at the end is fine. */
export function operationRoutes(deps: AppDeps): Hono {
  const { operations, publications } = deps.catalogue;
  const show = forOffer(deps, async (context, offer) => {
    const operationId = context.req.param('operationId') ?? '';
    const operation = uuid.test(operationId) ? await operations.find(operationId.toLowerCase()) : undefined;
    if (operation?.publisherId !== offer.publisherId || operation.offerId !== offer.offerId) {
      const message = `${offer.publisherId}/${offer.offerId} has no operation ${operationId.slice(0, 50)}.`;
      return apiError(context, 'NotFound', message);
    }
    const publication = await publications.find(operation.publicationId);
    return context.json({
      id: operation.operationId,
      submissionType: operation.kind,
      submissionState: operation.state,
      createdDateTime: operation.createdAt,
      publicationId: operation.publicationId,
      ...(publication === undefined ? {} : await cppStatusOf(deps, publication, languageOf(context))),
    });
  });
  return new Hono().get('/operations/:operationId', show).get('/operations/:operationId/', show);
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
