import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { languages } from '../../domain/text/language';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { identityOf } from '../access/identity';
import { readJsonBody } from '../requests/json-body';
import { json } from '../openapi/answers-schema';
import { cppApi } from '../openapi/api';
import { cppAnswers } from './answers-schema';
import { bodyOf } from './body';
import { guard } from './guard';
import { versionQuery } from './request-schema';

const languageSchema = z.strictObject({ language: z.enum(languages) });
const place = {
  path: '/publishers/{publisherId}/language',
  tags: ['Access'],
  responses: cppAnswers({ 200: json('Of the publisher’s mails.', languageSchema) }),
};
const params = z.object({ publisherId: z.string() });

const read = createRoute({
  ...place,
  method: 'get',
  operationId: 'getPublisherLanguage',
  summary: 'The language of a publisher’s mails',
  middleware: guard('read'),
  request: { params, query: versionQuery },
});

const set = createRoute({
  ...place,
  method: 'put',
  operationId: 'putPublisherLanguage',
  summary: 'Sets the language of a publisher’s mails',
  middleware: guard('manage'),
  request: { params, query: versionQuery, body: bodyOf(languageSchema) },
});

/** `GET` and `PUT .../language` `{ "language": "es" }`: of a publisher's mails, unless a publish call names another. */
export const publisherLanguageRoutes = ({ catalogue: { publishers } }: AppDeps): OpenAPIHono =>
  cppApi()
    .openapi(read, async (context) => {
      const language = await publishers.languageOf(context.req.valid('param').publisherId);
      return language === undefined ? unknownPublisher(context) : context.json({ language }, 200);
    })
    .openapi(set, async (context) => {
      const body = await readJsonBody(context);
      const given = body.kind === 'object' ? body.value['language'] : undefined;
      const language = languages.find((each) => each === given);
      if (language === undefined) {
        return apiError(context, 'BadRequest', `language must be one of ${languages.join(', ')}.`);
      }
      const { publisherId } = context.req.valid('param');
      const changed = await publishers.change(publisherId, { language }, identityOf(context).actor);
      return changed === undefined ? unknownPublisher(context) : context.json({ language }, 200);
    });

const unknownPublisher = (context: Context): Response =>
  apiError(context, 'NotFound', 'There is no such publisher. Save the draft of its first offer before.');
