import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { CppStatus } from '../../domain/publication/cpp/cpp-status';
import type { OfferRecord } from '../../services/ports';
import { currentPublication } from '../publication/current-publication';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { cppStatusOf } from './cpp-status-of';
import { guard } from './guard';
import { forOffer } from './offer-route';
import { versionQuery } from './request-schema';
import { statusAnswer } from './status-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/status',
  operationId: 'cppGetStatus',
  tags: ['Cloud Partner Portal'],
  summary: 'Where the newest publication of an offer stands',
  middleware: guard('read'),
  request: { params: offerParams, query: versionQuery },
  responses: cppAnswers({ 200: json('Steps with messages and links.', statusAnswer) }),
});

/** `GET .../status` in CPP's shape. */
export const statusRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi().openapi(
    route,
    forOffer(deps, async (context, offer) => {
      const publication = await currentPublication(deps, offer);
      const answer =
        publication === undefined
          ? neverPublished(offer)
          : await cppStatusOf(deps, publication, languageOf(context));
      return context.json(answer, 200);
    }),
  );

const neverPublished = ({ status }: OfferRecord): CppStatus => ({ ...nothingYet, status });

/** A publication of which nothing is known yet. */
export const nothingYet: Omit<CppStatus, 'status'> = {
  messages: [],
  publishingVersion: 0,
  offerVersion: 0,
  cancellationRequestState: 'cannotCancel',
  steps: [],
  previewLinks: [],
  liveLinks: [],
  notificationEmails: '',
};
