import { z } from '@hono/zod-openapi';

/** RFC 6749, section 4.4. Every field may be missing: what is wrong is told in OAuth's own words. */
export const exchangeForm = z
  .object({
    grant_type: z.string().optional().openapi({ example: 'client_credentials' }),
    client_id: z.string().optional().openapi({ description: 'The id or the name of the token.' }),
    client_secret: z.string().optional().openapi({ description: 'The token itself.' }),
    resource: z.string().max(500).optional(),
    scope: z.string().max(500).optional(),
  })
  .openapi('TokenRequest');

export const tenantParams = z.object({
  tenant: z.string().min(1).max(100).openapi({ description: 'Anything; there is one directory.' }),
});

/** As Azure AD's first version answers: numbers are texts. */
export const exchangeAnswerV1 = z
  .strictObject({
    token_type: z.literal('Bearer'),
    expires_in: z.string().openapi({ description: 'Seconds.', example: '3599' }),
    ext_expires_in: z.string(),
    expires_on: z.string().openapi({ description: 'Seconds since 1970.' }),
    not_before: z.string(),
    resource: z.string(),
    access_token: z.string(),
  })
  .openapi('AccessTokenV1');

export const exchangeAnswerV2 = z
  .strictObject({
    token_type: z.literal('Bearer'),
    expires_in: z.int(),
    ext_expires_in: z.int(),
    access_token: z.string(),
  })
  .openapi('AccessToken');

export const oauthError = z
  .strictObject({
    error: z.enum([
      'invalid_request',
      'invalid_client',
      'unsupported_grant_type',
      'temporarily_unavailable',
      'server_error',
    ]),
    error_description: z.string(),
  })
  .openapi('OAuthError');
