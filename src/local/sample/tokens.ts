import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '../state';
import { sampleOfferKey } from './offer';

/** What people of the sample's publisher sign in with. */
export type SampleToken = {
  readonly role: 'Owner' | 'Contributor';
  readonly actor: string;
  readonly token: string;
};

type Api = { readonly apiUrl: string; readonly apiToken: string };

const names = { Owner: 'owner', Contributor: 'contributor' } as const;
const tokensPath = (folder: string): string => join(folder, 'sample-tokens.json');

/** Makes the sample's publisher and its tokens once; afterwards those of `.local/sample-tokens.json` (mode 0600). */
export async function sampleTokens(api: Api, folder: string): Promise<readonly SampleToken[]> {
  const kept = keptTokens(folder);
  const areGood = await Promise.all(kept.map(({ token }) => isGood(api, token)));
  if (kept.length > 0 && areGood.every(Boolean)) return kept;
  const { publisherId } = sampleOfferKey;
  await ask(api, { method: 'POST', path: '/publishers', body: { id: publisherId, displayText: 'Contoso' } });
  const made: SampleToken[] = [];
  for (const role of ['Owner', 'Contributor'] as const) made.push(await newToken(api, role));
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
  const lost = tokens.find(({ name }) => name === names[role]);
  if (lost !== undefined) await ask(api, { method: 'DELETE', path: `${path}/${lost.tokenId}` });
  const made = await ask(api, { method: 'POST', path, body: { name: names[role], role } });
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
