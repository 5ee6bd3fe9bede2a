import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { requireInstallation } from '../access';
import type { AppDeps } from '../deps';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { createToken, listTokens, revokeToken } from './answers';
import { createdToken, newToken, tokenIdParams, tokenList } from './token-schema';

const path = '/tokens';
const common = { tags: ['Operations'], middleware: requireInstallation() };

const list = createRoute({
  ...common,
  method: 'get',
  path,
  operationId: 'listInstallationTokens',
  summary: 'The valid tokens that reach every publisher',
  responses: { 200: json('By name, without secrets.', tokenList), ...problems() },
});

const create = createRoute({
  ...common,
  method: 'post',
  path,
  operationId: 'createInstallationToken',
  summary: 'Make a token that reaches every publisher',
  description: 'For operators, and for reviewers of the marketplace.',
  request: { body: { required: true, content: { 'application/json': { schema: newToken } } } },
  responses: {
    201: json('The token with its secret, which is never shown again.', createdToken),
    ...problems('TokenNameTaken'),
  },
});

const revoke = createRoute({
  ...common,
  method: 'delete',
  path: `${path}/{tokenId}`,
  operationId: 'revokeInstallationToken',
  summary: 'End a token that reaches every publisher',
  request: { params: tokenIdParams },
  responses: { 204: { description: 'It is revoked.' }, ...problems() },
});

/** `/api/tokens`, for operators of the whole installation. */
export const installationTokenRoutes = (deps: AppDeps): OpenAPIHono =>
  ownApi()
    .openapi(list, async (context) => context.json(await listTokens(deps, null), 200))
    .openapi(create, async (context) => {
      const made = await createToken(deps, context, { ...context.req.valid('json'), publisherId: null });
      return made instanceof Response ? made : context.json(made, 201);
    })
    .openapi(revoke, async (context) => {
      const { tokenId } = context.req.valid('param');
      const refused = await revokeToken(deps, context, { tokenId, publisherId: null });
      return refused ?? context.body(null, 204);
    });
