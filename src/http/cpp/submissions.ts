import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { type CppSubmission, toCppSubmission } from '../../domain/publication/cpp/cpp-submission';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { offerParams } from '../openapi/params-schema';
import { cppAnswers } from './answers-schema';
import { guard } from './guard';
import { forOffer } from './offer-route';
import { rawJson } from './raw-json';
import { submissionsQuery } from './request-schema';
import { submissionsAnswer } from './status-schema';

const route = createRoute({
  method: 'get',
  path: '/publishers/{publisherId}/offers/{offerId}/submissions',
  operationId: 'cppListSubmissions',
  tags: ['Cloud Partner Portal'],
  summary: 'Every accepted publish, go-live and cancel of an offer',
  description:
    '`status` and `submissionState` mean the same: real clients send the one, the documents name the other.',
  middleware: guard('read'),
  request: { params: offerParams, query: submissionsQuery },
  responses: cppAnswers({ 200: json('Newest first.', submissionsAnswer) }),
});

export const submissionRoutes = (deps: AppDeps): OpenAPIHono =>
  cppApi().openapi(
    route,
    forOffer(deps, async (context, offer) => {
      const { status, submissionState = status } = context.req.query();
      const all = await submissionsOf(deps, offer);
      const wanted = submissionState?.toLowerCase();
      const shown = all.filter((each) => wanted === undefined || each.submissionState === wanted);
      // Not `context.json`: it would round the version.
      return context.body(rawJson(shown), 200, { 'Content-Type': 'application/json' });
    }),
  );

async function submissionsOf({ catalogue }: AppDeps, offer: OfferRecord): Promise<readonly CppSubmission[]> {
  const [operations, publications] = await Promise.all([
    catalogue.operations.listOf(offer),
    catalogue.publications.listOf(offer),
  ]);
  const statuses = new Map(publications.map(({ publicationId, status }) => [publicationId, status]));
  return operations.flatMap((operation) => {
    const context = { status: statuses.get(operation.publicationId), all: operations };
    const submission = toCppSubmission(operation, offer, context);
    return submission === undefined ? [] : [submission];
  });
}
