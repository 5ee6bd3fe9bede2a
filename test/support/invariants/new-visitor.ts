import { randomUUID } from 'node:crypto';
import { insistingCaller } from '../api-caller';
import type { RealSystem } from '../real-system';

/**
 * Somebody who signs in, looks around and signs out, and a program that uses a token of its own until it is revoked.
 * Answers what both held: what each secret is -> the secret.
 */
export async function newVisitor(system: RealSystem): Promise<Readonly<Record<string, string>>> {
  const { url } = await system.anyApi();
  const session = await visit(url, system.keys.apiToken);
  const call = insistingCaller(url, system.keys.apiToken);
  const tokens = `/api/publishers/${system.offer.publisherId}/tokens`;
  const name = `visitor-${randomUUID().slice(0, 8)}`;
  const { token, tokenId } = await call('POST', tokens, { name, role: 'Contributor' });
  await insistingCaller(url, String(token))('GET', '/api/me');
  await call('DELETE', `${tokens}/${String(tokenId)}`);
  return { 'the cookie of a session': session, 'the token of a program': String(token) };
}

/** Answers the cookie's secret half; its other half only seals it. */
async function visit(url: string, token: string): Promise<string> {
  const post = (path: string, headers: Readonly<Record<string, string>>, fields = {}): Promise<Response> =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { Origin: url, ...headers },
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const [Cookie = ''] = ((await post('/sign-in', {}, { token })).headers.get('Set-Cookie') ?? '').split(';');
  const [, secret] = /^\w+=([\w-]{43})\./.exec(Cookie) ?? [];
  if (secret === undefined) throw new Error('Nobody was signed in.');
  const seen = await fetch(`${url}/`, { headers: { Cookie } });
  if (seen.status !== 200) throw new Error(`Whoever signed in sees nothing: ${seen.status}`);
  await post('/sign-out', { Cookie });
  return secret;
}
