import { createRoute, OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppDeps } from '../deps';
import { json } from '../openapi/answers-schema';
import { exchange, type OAuthRefusal } from './exchange';
import {
  exchangeAnswerV1,
  exchangeAnswerV2,
  exchangeForm,
  oauthError,
  tenantParams,
} from './exchange-schema';

const common = {
  method: 'post' as const,
  tags: ['Access'],
  security: [],
  request: {
    params: tenantParams,
    body: { content: { 'application/x-www-form-urlencoded': { schema: exchangeForm } } },
  },
};

const refusals = {
  400: json('The form is not what OAuth asks for.', oauthError),
  401: json('The client is unknown, or its token is not valid (any more).', oauthError),
  429: json('Too many attempts from this address failed.', oauthError),
  413: json('The form is too large.', oauthError),
  415: json('The body is no form.', oauthError),
  500: json('A fault of ours, or the catalogue is away: try again in a minute.', oauthError),
};

const v1 = createRoute({
  ...common,
  path: '/{tenant}/oauth2/token',
  operationId: 'exchangeToken',
  summary: 'Change a token into a short-lived one (client credentials)',
  description:
    'For clients that insist on it. A token itself does everywhere where the short-lived one does.',
  responses: { 200: json('Good for an hour at most.', exchangeAnswerV1), ...refusals },
});

const v2 = createRoute({
  ...common,
  path: '/{tenant}/oauth2/v2.0/token',
  operationId: 'exchangeTokenV2',
  summary: 'The same, answered as by version 2.0 of such endpoints',
  responses: { 200: json('Good for an hour at most.', exchangeAnswerV2), ...refusals },
});

/** `POST /{tenant}/oauth2/token` and `/{tenant}/oauth2/v2.0/token` */
export const exchangeRoutes = (deps: AppDeps): OpenAPIHono =>
  new OpenAPIHono({
    defaultHook: (result, context) => (result.success ? undefined : refuse(context, malformed)),
  })
    .openapi(v1, async (context) => {
      const form = context.req.valid('form');
      const exchanged = await exchange(deps, context, form);
      if ('error' in exchanged) return refuse(context, exchanged);
      const { accessToken, seconds, from } = exchanged;
      const begin = Math.floor(from.getTime() / 1000);
      return context.json(
        {
          token_type: 'Bearer' as const,
          expires_in: String(seconds),
          ext_expires_in: String(seconds),
          expires_on: String(begin + seconds),
          not_before: String(begin),
          resource: form.resource ?? '',
          access_token: accessToken,
        },
        200,
      );
    })
    .openapi(v2, async (context) => {
      const exchanged = await exchange(deps, context, context.req.valid('form'));
      if ('error' in exchanged) return refuse(context, exchanged);
      const { accessToken, seconds } = exchanged;
      return context.json(
        {
          token_type: 'Bearer' as const,
          expires_in: seconds,
          ext_expires_in: seconds,
          access_token: accessToken,
        },
        200,
      );
    });

const malformed: OAuthRefusal = {
  status: 400,
  error: 'invalid_request',
  error_description: 'Send grant_type, client_id and client_secret as a form.',
};

function refuse(context: Context, { status, error, error_description, headers }: OAuthRefusal) {
  return context.json({ error, error_description }, status, headers);
}
