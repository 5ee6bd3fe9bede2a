import { createHash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * `offer_<43 characters><6 characters>`: 256 random bits and a CRC-32 of what stands before, both in base 62. The
 * beginning tells a scanner for leaked secrets whose it is, the checksum that it is no accident, without asking us.
 */
const prefix = 'offer_';
const randomLength = 43;
const checksumLength = 6;
const form = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checksumLength}}$`);

export function newSecretToken(): string {
  const random = base62(BigInt(`0x${randomBytes(32).toString('hex')}`), randomLength);
  return `${prefix}${random}${checksumOf(prefix + random)}`;
}

/** Whether it can be a token of ours at all; saves asking the database about anything else. */
export function looksLikeToken(text: string): boolean {
  return form.test(text) && text.endsWith(checksumOf(text.slice(0, -checksumLength)));
}

/** What is kept of a secret. Slow hashing is for what people choose; nobody guesses 256 random bits. */
export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const checksumOf = (text: string): string => base62(BigInt(crc32(text)), checksumLength);

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

function base62(value: bigint, length: number): string {
  let rest = value;
  let text = '';
  for (let place = 0; place < length; place++) {
    text = (digits[Number(rest % 62n)] ?? '') + text;
    rest /= 62n;
  }
  return text;
}
