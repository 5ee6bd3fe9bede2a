import { isId } from '../domain/offer/ids';
import { isRecord } from './api/read-error';
import type { Asked } from './asked';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

export const publisherArgumentHelp = 'the publisher’s id, e.g. contoso';

/** The publisher named here. */
export function publisherNamed(word: string | undefined): string {
  if (isId(word)) return word;
  throw new CliFailure(
    exitCodes.usage,
    `"${word ?? ''}" does not name a publisher. Ids have lower-case letters, digits, "-" and "_", for example contoso.`,
  );
}

/** The publisher named here, else the one that the token belongs to. */
export async function publisherOf(asked: Asked, word: string | undefined): Promise<string> {
  if (word !== undefined) return publisherNamed(word);
  const { body } = await asked.get('/api/me');
  const own = isRecord(body) ? body['publisherId'] : undefined;
  if (typeof own === 'string') return own;
  throw new CliFailure(
    exitCodes.usage,
    'Say which publisher: --publisher <id>. This token reaches every publisher.',
  );
}
