import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../state';
import { sampleOfferKey } from './offer';

/** What people of the sample's publisher and its reviewer sign in with. */
export type SampleToken = {
  readonly role: (typeof roles)[number];
  readonly actor: string;
  readonly token: string;
};

type Api = { readonly apiUrl: string; readonly apiToken: string };

/** Who reviews is nobody of those who sign off: nobody may do both (four eyes). */
const roles = ['Owner', 'Contributor', 'Reviewer'] as const;
const nameOf = (role: SampleToken['role']): string => role.toLowerCase();
const tokensPath = (folder: string): string => join(folder, 'sample-tokens.json');

/** Makes the sample's publisher and its tokens once; afterwards those of `.local/sample-tokens.json` (mode 0600). */
export async function sampleTokens(api: Api, folder: string): Promise<readonly SampleToken[]> {
  const kept = keptTokens(folder);
  const areGood = await Promise.all(kept.map(({ token }) => isGood(api, token)));
  const good = areGood.every(Boolean) ? kept : [];
  // An earlier version may have kept fewer.
  const missing = roles.filter((role) => !good.some((token) => token.role === role));
  if (missing.length === 0) return good;
  const { publisherId } = sampleOfferKey;
  await ask(api, { method: 'POST', path: '/publishers', body: { id: publisherId, displayText: 'Contoso' } });
  const made = [...good];
  for (const role of missing) made.push(await newToken(api, role));
  writePrivately(tokensPath(folder), made);
  return made;
}

/** Of an earlier start; none when nobody can read them (any more). */
export function keptTokens(folder: string): readonly SampleToken[] {
  try {
    return JSON.parse(readFileSync(tokensPath(folder), 'utf8')) as readonly SampleToken[];
  } catch {
    return [];
  }
}

async function isGood({ apiUrl }: Api, token: string): Promise<boolean> {
  const answer = await fetch(`${apiUrl}/api/me`, { headers: { authorization: `Bearer ${token}` } });
  await answer.body?.cancel();
  if (answer.ok || answer.status === 401) return answer.ok;
  throw new Error(`The API answered ${answer.status} when it was asked about a token.`);
}

/** A secret that was lost cannot be shown again: the token of that name makes room for another. */
async function newToken(api: Api, role: SampleToken['role']): Promise<SampleToken> {
  const path = `/publishers/${sampleOfferKey.publisherId}/tokens`;
  const { tokens } = (await ask(api, { method: 'GET', path })) as { tokens: readonly Listed[] };
  const lost = tokens.find(({ name }) => name === nameOf(role));
  if (lost !== undefined) await ask(api, { method: 'DELETE', path: `${path}/${lost.tokenId}` });
  const made = await ask(api, { method: 'POST', path, body: { name: nameOf(role), role } });
  const { actor, token } = made as SampleToken;
  return { role, actor, token };
}

type Listed = { readonly name: string; readonly tokenId: string };
type Asked = { readonly method: string; readonly path: string; readonly body?: object };

/** The answer; a publisher that is there already (409) is as good as a new one. */
async function ask({ apiUrl, apiToken }: Api, { method, path, body }: Asked): Promise<unknown> {
  const answer = await fetch(`${apiUrl}/api${path}`, {
    method,
    headers: { authorization: `Bearer ${apiToken}`, 'content-type': 'application/json' },
    signal: AbortSignal.timeout(30_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok && answer.status !== 409) throw new Error(`The sample's tokens could not be made: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}
