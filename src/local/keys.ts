import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountNames } from './components/azurite';
import { writePrivately } from './state';

/** Secrets of one checkout's stack, made once and kept in `.local/keys.json` (mode 0600). */
export type LocalKeys = {
  /** Ed25519, PKCS 8, PEM. */
  readonly signingKey: string;
  /** 32 bytes, base64. */
  readonly secretsKey: string;
  readonly apiToken: string;
  readonly databasePassword: string;
  /** Account name -> key, base64. */
  readonly accountKeys: Readonly<Record<string, string>>;
};

export function localKeys(folder: string): LocalKeys {
  const path = join(folder, 'keys.json');
  if (!existsSync(path)) writePrivately(path, newKeys());
  return JSON.parse(readFileSync(path, 'utf8')) as LocalKeys;
}

function newKeys(): LocalKeys {
  return {
    signingKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    secretsKey: randomBytes(32).toString('base64'),
    apiToken: randomBytes(24).toString('base64url'),
    databasePassword: randomBytes(24).toString('hex'),
    accountKeys: Object.fromEntries(accountNames.map((name) => [name, randomBytes(64).toString('base64')])),
  };
}
