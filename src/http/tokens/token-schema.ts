import { z } from '@hono/zod-openapi';
import { roles } from '../../domain/access/role';
import { tokenNamePattern } from '../../domain/access/token';
import { publisherParams } from '../openapi/params-schema';

const role = z.enum(roles).openapi({
  description:
    'Owner: drafts, publications, tokens, the publisher. Contributor: drafts and publications. Reviewer: reads and reviews. Operator: everything.',
});

const name = z.string().regex(tokenNamePattern).openapi({
  description: 'Who or what uses it; history names it `<name>@<publisher>`.',
  example: 'ci',
});

export const newToken = z
  .strictObject({
    name,
    role,
    expiresAt: z.iso.datetime({ offset: true }).optional().openapi({
      description: 'In the future. Without it the token is good until it is revoked.',
      example: '2027-12-31T00:00:00Z',
    }),
  })
  .openapi('NewToken');

export const token = z
  .strictObject({
    tokenId: z.uuid(),
    name,
    role,
    publisherId: z.string().nullable().openapi({ description: 'Null: it reaches every publisher.' }),
    actor: z.string().openapi({ example: 'ci@contoso' }),
    createdBy: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().nullable(),
    lastUsedAt: z.iso.datetime().nullable().openapi({ description: 'To the minute.' }),
  })
  .openapi('Token');

// Not `extend`: OpenAPI would say "both at once" of two objects that each forbid the other's fields.
export const createdToken = z
  .strictObject({
    ...token.shape,
    token: z
      .string()
      .openapi({ description: 'The secret. It is shown only now and kept by nobody but you.' }),
  })
  .openapi('CreatedToken');

export const tokenList = z.strictObject({ tokens: z.array(token) }).openapi('TokenList');

export const tokenIdParams = z.object({ tokenId: z.uuid() });
export const publisherTokenParams = publisherParams.extend({ tokenId: z.uuid() });
