import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { draftTemplate } from '../../domain/offer/form/draft-template';
import { offerJsonSchema } from '../../domain/offer/form/offer-json-schema';
import { formOf } from '../../domain/offer/form/offer-forms-schema';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { languageQuery } from '../openapi/params-schema';
import { jsonSchemaAnswer, offerTypeParams, templateAnswer, templateQuery } from './offer-type-schema';

const schemaRoute = createRoute({
  method: 'get',
  path: '/offer-types/{offerType}/schema',
  operationId: 'offerTypeSchema',
  tags: ['Offers'],
  summary: 'The documents of an offer type as JSON Schema',
  description: 'For editors: put the address into `$schema` of a draft. Names and help in four languages.',
  security: [],
  request: { params: offerTypeParams, query: languageQuery },
  responses: { 200: json('JSON Schema, 2020-12.', jsonSchemaAnswer), ...problems() },
});

const templateRoute = createRoute({
  method: 'get',
  path: '/offer-types/{offerType}/template',
  operationId: 'offerTypeTemplate',
  tags: ['Offers'],
  summary: 'A draft to begin with',
  description:
    'Everything that is needed is there and empty; `validate` names what was forgotten, and nothing else.',
  security: [],
  request: { params: offerTypeParams, query: templateQuery },
  responses: { 200: json('A minimal draft.', templateAnswer), ...problems() },
});

/** What editors and `offer init` ask. Public: it tells nothing about any offer. */
export const offerTypeRoutes = ({ settings }: Pick<AppDeps, 'settings'>): OpenAPIHono =>
  ownApi()
    .openapi(schemaRoute, (context) => {
      const { offerType } = context.req.valid('param');
      return context.json({ title: offerType, ...offerJsonSchema(offerType, languageOf(context)) }, 200);
    })
    .openapi(templateRoute, (context) => {
      const { offerType } = context.req.valid('param');
      const { kind: asked, ...ids } = context.req.valid('query');
      const kind = offerType === 'staged-offer' ? (asked ?? 'virtual-machine') : undefined;
      const template = draftTemplate(formOf(offerType, kind), { offerType, kind, ...ids });
      const { publisherId, id, ...rest } = template;
      return context.json(
        {
          $schema: `${settings.publicUrl}/api/offer-types/${offerType}/schema`,
          publisherId: String(publisherId),
          id: String(id),
          offerTypeId: offerType,
          ...rest,
        },
        200,
      );
    });
