import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Language } from '../../domain/text/language';
import type { SupportRequest } from '../../services/ports';
import { requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { findingDetails } from '../publication/finding-details';
import { identityOf } from '../access/identity';
import { languageOf } from '../language';
import { noSuchOffer } from '../offer-tools/no-such-offer';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { problem } from '../refusals/problem';
import { supportSubject, takeSupportRequest } from '../support-request';
import { supportCase, supportCases, supportLetter, supportQuery } from './support-schema';

const shared: { path: '/publishers/{publisherId}/offers/{offerId}/support'; tags: string[] } = {
  path: '/publishers/{publisherId}/offers/{offerId}/support',
  tags: ['Publication'],
};

const list = createRoute({
  ...shared,
  method: 'get',
  operationId: 'listSupportCases',
  summary: 'The support requests about an offer',
  middleware: [requirePermission('read')] as const,
  request: { params: offerParams, query: supportQuery },
  responses: { 200: json('Newest first, at most 200.', supportCases), ...problems() },
});

const ask = createRoute({
  ...shared,
  method: 'post',
  operationId: 'askForSupport',
  summary: 'Asks for support',
  description:
    'Publication, step and findings go to support. `contactEmail` gets a confirmation: case number, offer and step. ' +
    'The request is stored first and mailed until it got through; at most five an hour about one offer by one actor.',
  middleware: [requirePermission('read')] as const,
  request: {
    params: offerParams,
    query: supportQuery,
    body: { required: true, content: { 'application/json': { schema: supportLetter } } },
  },
  responses: { 201: json('Stored under a case number.', supportCase), ...problems() },
});

/** `GET` and `POST .../support` */
export function supportCaseRoutes(deps: AppDeps): OpenAPIHono {
  const { offers, supportRequests } = deps.catalogue;
  const app = ownApi();
  app.openapi(list, async (context) => {
    const offer = context.req.valid('param');
    if ((await offers.find(offer)) === undefined) return noSuchOffer(context, offer);
    const cases = await supportRequests.listOf(offer);
    return context.json({ items: cases.map((each) => toCase(each, languageOf(context))) }, 200);
  });
  app.openapi(ask, async (context) => {
    const offer = await offers.find(context.req.valid('param'));
    if (offer === undefined) return noSuchOffer(context, context.req.valid('param'));
    const { contactEmail, text, publicationId, step } = context.req.valid('json');
    const language = languageOf(context);
    const { actor } = identityOf(context);
    const subject = await supportSubject(deps, offer, { publicationId, step });
    const letter = { contact: contactEmail, text, actor, language };
    const answer = await takeSupportRequest(deps, offer, { subject, letter });
    if (answer.kind === 'stored') return context.json(toCase(answer.request, language), 201);
    return answer.kind === 'tooMany' ? tooMany(context, answer.waitSeconds) : badLetter(context);
  });
  return app;
}

function badLetter(context: Context): Response {
  const detail = 'Give one e-mail address in contactEmail, so that support can answer, and a text.';
  return problem(context, { code: 'BadRequest', detail });
}

function tooMany(context: Context, waitSeconds: number): Response {
  context.header('Retry-After', String(waitSeconds));
  const detail = `You have asked about this offer several times within an hour. Go on in ${waitSeconds} seconds, or answer one of the mails.`;
  return problem(context, { code: 'TooManyRequests', detail });
}

function toCase({ findings, ...request }: SupportRequest, language: Language) {
  return { ...request, findings: findingDetails(findings, language).map((finding) => ({ ...finding })) };
}
