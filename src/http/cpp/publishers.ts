import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { offerTypeIds } from '../../domain/offer/document';
import { cppNames } from '../../domain/publication/cpp/cpp-names';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { cppAnswers } from './answers-schema';
import { guardKnown } from './guard';
import { offerTypesAnswer, publishersAnswer } from './offer-schema';
import { versionQuery } from './request-schema';

const publishers = createRoute({
  method: 'get',
  path: '/publishers',
  operationId: 'cppListPublishers',
  tags: ['Cloud Partner Portal'],
  summary: 'The publishers this token reaches',
  middleware: guardKnown(),
  request: { query: versionQuery },
  responses: cppAnswers({ 200: json('By id.', publishersAnswer) }),
});

const offerTypes = createRoute({
  method: 'get',
  path: '/offerTypes',
  operationId: 'cppListOfferTypes',
  tags: ['Cloud Partner Portal'],
  summary: 'The types of offers that are published here',
  middleware: guardKnown(),
  request: { query: versionQuery },
  responses: cppAnswers({ 200: json('By id.', offerTypesAnswer) }),
});

export const publisherRoutes = ({ catalogue }: AppDeps): OpenAPIHono =>
  cppApi()
    .openapi(publishers, async (context) => {
      const { publisherId } = identityOf(context);
      const records = await catalogue.publishers.list(publisherId ?? undefined);
      return context.json(
        records.map(({ publisherId: id, displayText, sellerId }) => ({
          id,
          definition: { displayText, offerTypeCategories: [...offerTypeIds], sellerId },
        })),
        200,
      );
    })
    .openapi(offerTypes, (context) =>
      context.json(
        offerTypeIds.map((id) => ({ id, definition: { displayText: cppNames[id].displayText } })),
        200,
      ),
    );
