import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { AppSettings } from '../deps';
import { referenceOf, visitorOf } from '../access/identity';
import { seal } from '../access/secret';

/**
 * The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), in quotes as the draft writes it or
 * without, as everybody does. Undefined without one.
 */
export function idempotencyKeyOf(context: Context): string | undefined {
  const given = context.req.header('Idempotency-Key')?.trim();
  return given === undefined ? undefined : given.replace(/^"(.*)"$/, '$1');
}

/** Visible ASCII but quotes. */
const bare = '[!#-~]{1,200}';
const form = new RegExp(`^${bare}$`);

export const isIdempotencyKey = (key: string): boolean => form.test(key);

/** What the header may hold, for the documentation. */
export const headerPattern = `^(?:${bare}|"${bare}")$`;

export type Keyed = { readonly key: string; readonly settings: Pick<AppSettings, 'sessionKey'> };

/**
 * One name for a key, whoever sent it, as what, with which credential, and where to: nobody gets an answer that was
 * somebody else's, or their own from before they lost a role. Sealed, so that nobody can work out what follows from it.
 */
export function nameOfRequest(context: Context, { key, settings }: Keyed): string {
  const { actor = '', role = '', publisherId = null } = visitorOf(context) ?? {};
  const sender = [actor, role, publisherId, referenceOf(context) ?? null];
  const request = JSON.stringify([...sender, context.req.method, context.req.path, key]);
  return Buffer.from(seal(request, seal('requests', settings.sessionKey)), 'base64url').toString('hex');
}

/** The same for the same request; an `If-Match` is a part of what is asked. */
export async function fingerprintOf(context: Context): Promise<string> {
  const { search } = new URL(context.req.url);
  const asked = [search, context.req.header('If-Match') ?? '', await context.req.text()];
  return createHash('sha256').update(JSON.stringify(asked)).digest('hex');
}

/** A UUID that belongs to this sender's key at this address, and to no other. */
export const uuidOfRequest = (context: Context, keyed: Keyed): string =>
  uuidOfDigest(nameOfRequest(context, keyed));

/** A UUID that follows from a text, for holders of the key only. */
export const sealedUuid = (text: string, sessionKey: string): string =>
  uuidOfDigest(Buffer.from(seal(text, seal('requests', sessionKey)), 'base64url').toString('hex'));

function uuidOfDigest(hex: string): string {
  // Version 8: the bits are ours.
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
