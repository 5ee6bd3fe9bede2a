import type { Context } from 'hono';
import type { Identity } from '../../domain/access/identity';

const identities = new WeakMap<Request, Identity>();
const references = new WeakMap<Request, string>();

/** Remembers for this request who sent it: by token (`access.ts`) or by session (`session.ts`). */
export function letIn(context: Context, identity: Identity, reference?: string): void {
  identities.set(context.req.raw, identity);
  if (reference !== undefined) references.set(context.req.raw, reference);
}

/** Who sent the request; undefined for somebody unknown, who reads public pages only. */
export const visitorOf = (context: Context): Identity | undefined => identities.get(context.req.raw);

/** Which credential of ours they hold (`credential.ts`), however they showed it; undefined for an outside token's. */
export const referenceOf = (context: Context): string | undefined => references.get(context.req.raw);

/** Who sent a request that only somebody known can send. Throws where a route forgot to ask for a token or session. */
export function identityOf(context: Context): Identity {
  const identity = visitorOf(context);
  if (identity === undefined) throw new Error(`Nobody was let in at ${context.req.path}.`);
  return identity;
}
