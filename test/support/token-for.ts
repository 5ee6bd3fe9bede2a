import type { Role } from '../../src/domain/access/role';
import type { TestApp } from './test-app';

/** The header of a new token for one publisher, made through the API. */
export async function tokenFor(
  { api, catalogue }: Pick<TestApp, 'api' | 'catalogue'>,
  publisherId: string,
  role: Role = 'Owner',
): Promise<{ readonly Authorization: string }> {
  catalogue.tokens.publishers.add(publisherId);
  const name = `t${catalogue.tokens.rows.length}`;
  const answer = await api('POST', `/api/publishers/${publisherId}/tokens`, { name, role });
  const { token } = (await answer.json()) as { readonly token: string };
  return { Authorization: `Bearer ${token}` };
}
