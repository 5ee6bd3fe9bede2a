import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { requireInstallation, requirePermission } from '../access/access';
import type { AppDeps } from '../deps';
import { json, problems } from '../openapi/answers-schema';
import { ownApi } from '../openapi/api';
import { publisherParams } from '../openapi/params-schema';
import { createToken, listTokens, revokeToken } from './answers';
import { createdToken, newToken, publisherTokenParams, tokenIdParams, tokenList } from './token-schema';

/** `/api/publishers/{publisherId}/tokens`, for the publisher's owners. */
export const publisherTokenRoutes = (deps: AppDeps): OpenAPIHono =>
  tokenRoutes(deps, {
    path: '/publishers/{publisherId}/tokens',
    common: { tags: ['Access'], middleware: requirePermission('manage') },
    params: publisherParams,
    tokenParams: publisherTokenParams,
    list: { operationId: 'listTokens', summary: 'The valid tokens of a publisher' },
    create: {
      operationId: 'createToken',
      summary: 'Make a token for somebody or something of this publisher',
      description:
        'Nobody can grant more than they have: an owner makes tokens for owners and contributors, an operator for every role.',
    },
    revoke: {
      operationId: 'revokeToken',
      summary: 'End a token',
      description: 'At once, with all sessions and short-lived tokens that were made with it.',
    },
  });

/** `/api/tokens`, for operators of the whole installation. */
export const installationTokenRoutes = (deps: AppDeps): OpenAPIHono =>
  tokenRoutes(deps, {
    path: '/tokens',
    common: { tags: ['Operations'], middleware: requireInstallation() },
    params: z.object({}),
    tokenParams: tokenIdParams,
    list: { operationId: 'listInstallationTokens', summary: 'The valid tokens that reach every publisher' },
    create: {
      operationId: 'createInstallationToken',
      summary: 'Make a token that reaches every publisher',
      description: 'For operators, and for reviewers of the marketplace.',
    },
    revoke: { operationId: 'revokeInstallationToken', summary: 'End a token that reaches every publisher' },
  });

type Words = { readonly operationId: string; readonly summary: string; readonly description?: string };

/** Where tokens stand: below a publisher, or above all. */
type Place = {
  readonly path: string;
  readonly common: { readonly tags: string[]; readonly middleware: MiddlewareHandler };
  readonly params: z.ZodObject;
  readonly tokenParams: typeof tokenIdParams | typeof publisherTokenParams;
  readonly list: Words;
  readonly create: Words;
  readonly revoke: Words;
};

function tokenRoutes(deps: AppDeps, { path, common, params, tokenParams, ...words }: Place): OpenAPIHono {
  const list = createRoute({
    ...common,
    ...words.list,
    method: 'get',
    path,
    request: { params },
    responses: { 200: json('By name, without secrets.', tokenList), ...problems() },
  });
  const create = createRoute({
    ...common,
    ...words.create,
    method: 'post',
    path,
    request: { params, body: { required: true, content: { 'application/json': { schema: newToken } } } },
    responses: {
      201: json('The token with its secret, which is never shown again.', createdToken),
      ...problems('TokenNameTaken'),
    },
  });
  const revoke = createRoute({
    ...common,
    ...words.revoke,
    method: 'delete',
    path: `${path}/{tokenId}`,
    request: { params: tokenParams },
    responses: { 204: { description: 'It is revoked.' }, ...problems() },
  });
  return ownApi()
    .openapi(list, async (context) => context.json(await listTokens(deps, publisherOf(context)), 200))
    .openapi(create, async (context) => {
      const asked = { ...context.req.valid('json'), publisherId: publisherOf(context) };
      const made = await createToken(deps, context, asked);
      return made instanceof Response ? made : context.json(made, 201);
    })
    .openapi(revoke, async (context) => {
      const { tokenId } = context.req.valid('param');
      const refused = await revokeToken(deps, context, { tokenId, publisherId: publisherOf(context) });
      return refused ?? context.body(null, 204);
    });
}

/** Null: every publisher's. */
const publisherOf = (context: Context): string | null => context.req.param('publisherId') ?? null;
