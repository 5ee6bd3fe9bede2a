import type { Context, MiddlewareHandler } from 'hono';
import type { Identity } from '../../domain/access/identity';
import { addressOf } from '../requests/address';
import { type Credential, credentialByReference, credentialBySecret, isJwt } from './credential';
import type { AppDeps } from '../deps';
import { letIn } from './identity';
import { changesNothing, isSameOrigin } from './own-form';
import { sessionHolder, sessionHolderStill } from './session';
import { type Stranger, turnAway } from './unknown-visitor';

/**
 * Finds out who sent a request, by the bearer token, else by the session, and whether they ask too often. Refuses
 * nobody itself: that is what `access.ts` is for, in the form that the address speaks.
 */
export function knowVisitor(deps: AppDeps): MiddlewareHandler {
  return async (context, next) => {
    const found = await recognise(deps, context);
    const waitSeconds = await limit(deps, context, found);
    if (waitSeconds !== undefined) turnAway(context, { kind: 'tooMany', waitSeconds });
    else if (found.kind === 'known') letIn(context, found.identity, found.reference);
    else {
      turnAway(context, found);
      // Strangers are told nothing of it. Whoever sends too many of them cannot fill the log, either.
      if (found.kind === 'wrong' && found.reason !== undefined)
        deps.log.warn({ reason: found.reason }, 'an outside token is refused');
    }
    await next();
  };
}

type Known = { readonly kind: 'known'; readonly identity: Identity; readonly reference?: string };
type Found = Known | Exclude<Stranger, { kind: 'tooMany' }>;

const holderOf = ({ identity, reference }: Credential): Known => ({ kind: 'known', identity, reference });

async function recognise(deps: AppDeps, context: Context): Promise<Found> {
  try {
    const header = context.req.header('Authorization');
    if (header === undefined) return await bySession(deps, context);
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1];
    return token === undefined ? { kind: 'wrong' } : await byToken(deps, token);
  } catch (error) {
    // "We do not know" is not "wrong": a client that is told so would throw away a token that is good.
    deps.log.error({ err: error, path: context.req.path }, 'a visitor could not be recognised');
    return { kind: 'unsure' };
  }
}

/** Whether the sender of a request that is being answered for a long time is still who they were. Throws when unsure. */
export async function isStillKnown(deps: AppDeps, context: Context): Promise<boolean> {
  const token = /^Bearer +(\S+)$/i.exec(context.req.header('Authorization') ?? '')?.[1];
  if (token === undefined) return (await sessionHolderStill(context, deps)) !== undefined;
  return (await byToken(deps, token)).kind !== 'wrong';
}

async function byToken(deps: AppDeps, token: string): Promise<Found> {
  const credential = await credentialBySecret(deps, token);
  if (credential !== undefined) return holderOf(credential);
  return isJwt(token) ? byJwt(deps, token) : { kind: 'wrong' };
}

/** One that we issued ourselves counts as long as what it was issued for does. */
async function byJwt(deps: AppDeps, token: string): Promise<Found> {
  const now = deps.clock();
  const reference = await deps.accessTokens.read(token, now);
  if (reference !== undefined) {
    const credential = await credentialByReference(deps, reference);
    return credential === undefined ? { kind: 'wrong' } : holderOf(credential);
  }
  const outside = (await deps.outsideTokens?.read(token, now)) ?? { kind: 'wrong' };
  if (outside.kind === 'unsure') deps.log.warn({ reason: outside.reason }, 'an outside token is unchecked');
  return outside;
}

/** A session counts for changes only when the browser says that a page of ours sent it. */
async function bySession(deps: AppDeps, context: Context): Promise<Found> {
  const holder = await sessionHolder(context, deps);
  if (holder === undefined) return { kind: 'nothingGiven' };
  if (!changesNothing(context) && !isSameOrigin(context)) return { kind: 'foreignForm' };
  return holderOf(holder);
}

/** Seconds to wait. Whoever shows no token is not limited here: public pages are for everybody. */
async function limit(
  { limits, settings }: AppDeps,
  context: Context,
  found: Found,
): Promise<number | undefined> {
  if (found.kind === 'known') return limits.requests.take(found.identity.actor);
  return found.kind === 'wrong' ? limits.wrongTokens.take(addressOf(context, settings.proxies)) : undefined;
}
