import type { Role } from '../../src/domain/access/role';
import { identityOfToken } from '../../src/domain/access/token';
import { digestOf, newSecretToken } from '../../src/http/tokens/secret-token';
import type { TestApp } from './test-app';

export type TestToken = { readonly secret: string; readonly tokenId: string; readonly actor: string };

type Wanted = {
  readonly publisherId?: string | null;
  readonly name?: string;
  readonly expiresAt?: string;
};

/** A token of contoso's, unless another publisher or null (all) is named. */
export async function tokenFor(
  { catalogue: { tokens } }: TestApp,
  role: Role,
  { publisherId = 'contoso', name = role.toLowerCase(), expiresAt }: Wanted = {},
): Promise<TestToken> {
  const secret = newSecretToken();
  if (publisherId !== null) tokens.publishers.add(publisherId);
  const wanted = { publisherId, name, role, digest: digestOf(secret), expiresAt: expiresAt ?? null };
  const made = await tokens.create(wanted, 'test');
  if (made.kind !== 'created') throw new Error(`no token ${name}: ${made.kind}`);
  return { secret, tokenId: made.token.tokenId, actor: identityOfToken(made.token).actor };
}

/** What a program sends along. */
export const bearing = ({ secret }: Pick<TestToken, 'secret'>): { Authorization: string } => ({
  Authorization: `Bearer ${secret}`,
});
