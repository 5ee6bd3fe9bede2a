import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { visitorOf } from './identity';

/**
 * The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), in quotes as the draft writes it or
 * without, as everybody does. Undefined without one.
 */
export function idempotencyKeyOf(context: Context): string | undefined {
  const given = context.req.header('Idempotency-Key')?.trim();
  return given === undefined ? undefined : given.replace(/^"(.*)"$/, '$1');
}

export const isIdempotencyKey = (key: string): boolean => /^[\x21-\x7e]{1,200}$/.test(key);

/** One name for a key, whoever sent it, and where to: nobody gets an answer that was somebody else's. */
export function nameOfRequest(context: Context, key: string): string {
  const { actor = '', publisherId = null } = visitorOf(context) ?? {};
  return digest([actor, publisherId, context.req.method, context.req.path, key]);
}

/** The same for the same request; an `If-Match` is a part of what is asked. */
export async function fingerprintOf(context: Context): Promise<string> {
  const { search } = new URL(context.req.url);
  return digest([search, context.req.header('If-Match') ?? '', await context.req.text()]);
}

/** A UUID that belongs to this key at this address, and to no other. */
export function uuidOfRequest(context: Context, key: string): string {
  const hex = nameOfRequest(context, key);
  // Version 8: the bits are ours.
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const digest = (parts: readonly (string | null)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
