import { createHmac } from 'node:crypto';
import type { Log } from '../../../log';
import type { Connection } from '../database/connection';
import { derive, masterOf, SealedSecretError, type SealRing, type SecretSeal } from './seal-secrets';

const name = 'naming';
export const placeOfNamingKey = `installation/${name}`;

/**
 * The key that names are made with: ids of secrets, of repeated requests, of sessions. It is the secrets key the
 * installation began with, kept under the one it has now, because names must outlive every change of that.
 */
export async function namingKeyIn(
  db: Connection,
  ring: SealRing,
  { secretsKey, log }: { readonly secretsKey: string; readonly log?: Log | undefined },
): Promise<string> {
  const read = async (): Promise<Buffer | undefined> => {
    const row = await db
      .selectFrom('installationKey')
      .select('ciphertext')
      .where('name', '=', name)
      .executeTakeFirst();
    return row?.ciphertext;
  };
  let kept = await read();
  if (kept === undefined) {
    const ciphertext = ring.seal(secretsKey, placeOfNamingKey);
    const add = db.insertInto('installationKey').values({ name, ciphertext });
    await add.onConflict((conflict) => conflict.doNothing()).execute();
    kept = (await read()) ?? ciphertext;
  }
  try {
    return ring.open(kept, placeOfNamingKey);
  } catch (error) {
    if (!(error instanceof SealedSecretError)) throw error;
    // The key is lost. Everything else works on; what is named anew counts as new.
    log?.warn('the naming key does not open: SECRETS_KEY is not the one it was sealed with');
    return secretsKey;
  }
}

export function secretNames(namingKey: string): SecretSeal['idOf'] {
  const key = derive(masterOf(namingKey), 'name');
  return (value, scope) =>
    createHmac('sha256', key).update(`${scope}\n${value}`).digest('base64url').slice(0, 22);
}
