import { createRoute } from '@hono/zod-openapi';
import { requirePermission } from '../access/access';
import { json, problems } from '../openapi/answers-schema';
import { publisherParams } from '../openapi/params-schema';
import {
  exceptionAnswer,
  exceptionParams,
  exceptionsAnswer,
  exceptionsQuery,
  newException,
} from './exception-schema';

const tags = ['Certification'];
const all = '/publishers/{publisherId}/exceptions';

export const listExceptionsRoute = createRoute({
  method: 'get',
  path: all,
  operationId: 'listExceptions',
  tags,
  summary: 'Exceptions from certification rules',
  description: 'Newest first: those in force; with `all=true` every one there ever was, at most 1000.',
  middleware: [requirePermission('read')] as const,
  request: { params: publisherParams, query: exceptionsQuery },
  responses: {
    200: json('What need not be kept, why, until when, and who says so.', exceptionsAnswer),
    ...problems(),
  },
});

export const grantExceptionRoute = createRoute({
  method: 'post',
  path: all,
  operationId: 'grantException',
  tags,
  summary: 'Lets a publisher, an offer or a plan pass a rule for a while',
  description:
    'For reviewers and operators. Certifications from then on show what the rule finds as a warning that names the exception, and the report does; nothing is hidden. Nothing that was certified before changes.',
  middleware: [requirePermission('review')] as const,
  request: {
    params: publisherParams,
    body: { required: true, content: { 'application/json': { schema: newException } } },
  },
  responses: { 201: json('In force at once.', exceptionAnswer), ...problems('ValidationFailed') },
});

export const endExceptionRoute = createRoute({
  method: 'delete',
  path: `${all}/{exceptionId}`,
  operationId: 'endException',
  tags,
  summary: 'Ends an exception before its time',
  description: 'For reviewers and operators. The rule counts again from the next publication on.',
  middleware: [requirePermission('review')] as const,
  request: { params: exceptionParams },
  responses: { 200: json('As it ended; the first end counts.', exceptionAnswer), ...problems() },
});
