import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { grantable } from '../../domain/access/grant';
import type { Role } from '../../domain/access/role';
import { identityOfToken } from '../../domain/access/token';
import type { TokenRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { identityOf } from '../access/identity';
import { problem } from '../refusals/problem';
import { showSecretOnce } from '../access/secret-answer';
import { digestOf, newSecretToken } from './secret-token';
import type { createdToken, newToken, token } from './token-schema';

type Asked = z.infer<typeof newToken> & { readonly publisherId: string | null };
export type TokenAnswer = z.infer<typeof token>;
type Created = z.infer<typeof createdToken>;

/** Makes a token for one publisher, or for all (null). The secret is in this answer and nowhere else. */
export async function createToken(
  { catalogue, clock }: AppDeps,
  context: Context,
  { publisherId, name, role, expiresAt }: Asked,
): Promise<Created | Response> {
  const granter = identityOf(context);
  const possible = grantable(granter, publisherId);
  if (!possible.includes(role)) return refuseRole(context, granter.role, possible);
  if (expiresAt !== undefined && Date.parse(expiresAt) <= clock().getTime()) {
    const errors = [{ pointer: '/expiresAt', message: 'This time has passed.' }];
    return problem(context, { code: 'BadRequest', detail: 'A token must expire in the future.', errors });
  }
  const secret = newSecretToken();
  const wanted = { publisherId, name, role, digest: digestOf(secret), expiresAt: inUtc(expiresAt) };
  const made = await catalogue.tokens.create(wanted, granter.actor);
  switch (made.kind) {
    case 'created':
      showSecretOnce(context);
      return { ...answerOf(made.token), token: secret };
    case 'nameTaken': {
      const detail = `A valid token is called ${name}. Choose another name, or revoke that one.`;
      return problem(context, { code: 'TokenNameTaken', detail });
    }
    case 'noPublisher':
      return problem(context, { code: 'NotFound', detail: `There is no publisher ${publisherId}.` });
  }
}

function refuseRole(context: Context, own: Role, possible: readonly Role[]): Response {
  const detail = `Nobody grants more than they have. With your role, ${own}, you can make tokens with: ${possible.join(', ')}. Ask an operator for any other.`;
  return problem(context, { code: 'Forbidden', detail });
}

const inUtc = (time: string | undefined): string | null =>
  time === undefined ? null : new Date(time).toISOString();

export async function listTokens(
  { catalogue }: AppDeps,
  publisherId: string | null,
): Promise<{ tokens: TokenAnswer[] }> {
  return { tokens: (await catalogue.tokens.list(publisherId)).map(answerOf) };
}

/** Undefined once it is revoked; revoking it again is the same. */
export async function revokeToken(
  { catalogue }: AppDeps,
  context: Context,
  token: Pick<TokenRecord, 'tokenId' | 'publisherId'>,
): Promise<Response | undefined> {
  const isRevoked = await catalogue.tokens.revoke(token, identityOf(context).actor);
  if (isRevoked) return undefined;
  return problem(context, { code: 'NotFound', detail: `There is no token ${token.tokenId} here.` });
}

function answerOf(record: TokenRecord): TokenAnswer {
  const { tokenId, name, role, publisherId, createdBy, createdAt, expiresAt, lastUsedAt } = record;
  const { actor } = identityOfToken(record);
  return { tokenId, name, role, publisherId, actor, createdBy, createdAt, expiresAt, lastUsedAt };
}
