import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { requirePermission } from '../access';
import type { AppDeps } from '../deps';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { publisherParams } from '../openapi/params-schema';
import { createToken, listTokens, revokeToken } from './answers';
import { createdToken, newToken, publisherTokenParams, tokenList } from './token-schema';

const path = '/publishers/{publisherId}/tokens';
const common = { tags: ['Access'], middleware: requirePermission('manage') };

const list = createRoute({
  ...common,
  method: 'get',
  path,
  operationId: 'listTokens',
  summary: 'The valid tokens of a publisher',
  request: { params: publisherParams },
  responses: { 200: json('By name, without secrets.', tokenList), ...problems() },
});

const create = createRoute({
  ...common,
  method: 'post',
  path,
  operationId: 'createToken',
  summary: 'Make a token for somebody or something of this publisher',
  description: 'Nobody can grant more than they have. Only owners and operators make tokens.',
  request: {
    params: publisherParams,
    body: { required: true, content: { 'application/json': { schema: newToken } } },
  },
  responses: {
    201: json('The token with its secret, which is never shown again.', createdToken),
    ...problems('TokenNameTaken'),
  },
});

const revoke = createRoute({
  ...common,
  method: 'delete',
  path: `${path}/{tokenId}`,
  operationId: 'revokeToken',
  summary: 'End a token',
  description: 'At once, with all sessions and short-lived tokens that were made with it.',
  request: { params: publisherTokenParams },
  responses: { 204: { description: 'It is revoked.' }, ...problems() },
});

/** `GET`, `POST` and `DELETE` below `/api/publishers/{publisherId}/tokens`. */
export const publisherTokenRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi()
    .openapi(list, async (context) =>
      context.json(await listTokens(deps, context.req.valid('param').publisherId), 200),
    )
    .openapi(create, async (context) => {
      const { publisherId } = context.req.valid('param');
      const made = await createToken(deps, context, { ...context.req.valid('json'), publisherId });
      return made instanceof Response ? made : context.json(made, 201);
    })
    .openapi(revoke, async (context) => {
      const refused = await revokeToken(deps, context, context.req.valid('param'));
      return refused ?? context.body(null, 204);
    });
