import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SignerOf } from '../../domain/certification/report/verify-report';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';

/** The keys that may have signed: those given, else the ones that the known installation publishes. */
export async function readKeys(asked: Asked, given: string | undefined): Promise<SignerOf> {
  const keys = given === undefined ? await publishedKeys(asked) : givenKeys(asked, given);
  return (bytes, signature) => {
    const signer = keys.find((key) => verify(null, bytes, key, signature));
    return signer && idOf(signer);
  };
}

/** As the installation names its keys. */
const idOf = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

async function publishedKeys(asked: Asked): Promise<readonly KeyObject[]> {
  const { body } = await asked.get('/keys');
  const keys = keysIn(body);
  if (keys.length > 0) return keys;
  throw new CliFailure(exitCodes.ourFault, 'The API does not answer as this product does.');
}

/** A file (PEM, base64, or what `/keys` answered) or the key itself in base64. */
function givenKeys({ surroundings }: Asked, given: string): readonly KeyObject[] {
  const path = resolve(surroundings.workFolder, given);
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : given.trim();
  const keys = text.startsWith('{') ? keysIn(parsed(text)) : [keyOf(text)];
  const usable = keys.filter((key) => key !== undefined);
  if (usable.length > 0) return usable;
  throw new CliFailure(
    exitCodes.usage,
    `"${given.slice(0, 60)}" is neither a file with an Ed25519 public key (PEM, base64, or what <address>/keys answers) nor such a key in base64.`,
  );
}

const keysIn = (body: unknown): readonly KeyObject[] => {
  const keys = isRecord(body) ? body['keys'] : undefined;
  return Object.values(isRecord(keys) ? keys : {}).flatMap((pem) => keyOf(String(pem)) ?? []);
};

const rawBytes = 32;

/** PEM, or base64 of the 32 bytes or of their SPKI form; undefined for anything else, private keys too. */
function keyOf(text: string): KeyObject | undefined {
  try {
    const key = text.includes('-----') ? publicPem(text) : fromBytes(Buffer.from(text, 'base64'));
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

function publicPem(text: string): KeyObject {
  // Node would derive the public key; whoever gives a private one should learn of it.
  if (text.includes('PRIVATE')) throw new Error('This is a private key.');
  return createPublicKey(text);
}

function fromBytes(bytes: Buffer): KeyObject {
  if (bytes.length !== rawBytes) return createPublicKey({ key: bytes, format: 'der', type: 'spki' });
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
