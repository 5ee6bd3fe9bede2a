import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { randomBytes, randomUUID } from 'node:crypto';
import { longestSession, sessionState } from '../../domain/access/session';
import { type Credential, credentialByReference } from './credential';
import type { AppDeps } from '../deps';
import { sameSecret, seal } from './secret';
import { digestOf } from '../tokens/secret-token';

/*
 * A session's cookie is `<256 random bits>.<seal>`; the database knows its hash and the credential it was made with.
 * The seal turns forged cookies away before the database is asked.
 */

/** Always a new session: whatever cookie the browser brought along is ended, not taken over. */
export async function startSession(
  context: Context,
  deps: AppDeps,
  { reference }: Credential,
): Promise<void> {
  await forget(cookieSecret(context, deps), deps);
  const now = deps.clock().toISOString();
  const secret = newSecret();
  await deps.catalogue.sessions.start({
    digest: digestOf(secret),
    sessionId: randomUUID(),
    credential: reference,
    startedAt: now,
    issuedAt: now,
    replacedAt: null,
  });
  giveCookie(context, deps, { secret, startedAt: now });
}

/** Whose session it is. A cookie that has been in use for a while is replaced by another one on the way. */
export async function sessionHolder(context: Context, deps: AppDeps): Promise<Credential | undefined> {
  const secret = cookieSecret(context, deps);
  if (secret === undefined) return undefined;
  const now = deps.clock();
  const digest = digestOf(secret);
  const session = await deps.catalogue.sessions.find(digest);
  if (session === undefined) return undefined;
  const state = sessionState(session, now);
  if (state === 'over') return undefined;
  const holder = await credentialByReference(deps, session.credential);
  if (holder !== undefined && state === 'renew') {
    const next = newSecret();
    const { sessionId, startedAt } = session;
    const successor = { digest: digestOf(next), issuedAt: now.toISOString() };
    await deps.catalogue.sessions.renew({ sessionId, digest }, successor);
    giveCookie(context, deps, { secret: next, startedAt });
  }
  return holder;
}

/** The same for an answer that has begun long ago, and can give no cookie any more. */
export async function sessionHolderStill(context: Context, deps: AppDeps): Promise<Credential | undefined> {
  const secret = cookieSecret(context, deps);
  const session = secret === undefined ? undefined : await deps.catalogue.sessions.find(digestOf(secret));
  if (session === undefined || sessionState(session, deps.clock()) === 'over') return undefined;
  return credentialByReference(deps, session.credential);
}

/** Ends every cookie of the session, also copies of it. */
export async function endSession(context: Context, deps: AppDeps): Promise<void> {
  await forget(cookieSecret(context, deps), deps);
  deleteCookie(context, cookieName(deps), { path: '/', secure: isSecure(deps) });
}

async function forget(secret: string | undefined, { catalogue: { sessions } }: AppDeps): Promise<void> {
  const session = secret === undefined ? undefined : await sessions.find(digestOf(secret));
  if (session !== undefined) await sessions.end(session.sessionId);
}

const newSecret = (): string => randomBytes(32).toString('base64url');

function cookieSecret(context: Context, deps: AppDeps): string | undefined {
  const [, secret, given] =
    /^([\w-]{43})\.([\w-]{43})$/.exec(getCookie(context, cookieName(deps)) ?? '') ?? [];
  if (secret === undefined || given === undefined) return undefined;
  return sameSecret(given, sealOf(secret, deps)) ? secret : undefined;
}

type Given = { readonly secret: string; readonly startedAt: string };

function giveCookie(context: Context, deps: AppDeps, { secret, startedAt }: Given): void {
  const left = Date.parse(startedAt) + longestSession - deps.clock().getTime();
  setCookie(context, cookieName(deps), `${secret}.${sealOf(secret, deps)}`, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: isSecure(deps),
    path: '/',
    maxAge: Math.floor(left / 1000),
  });
}

const sealOf = (secret: string, { settings }: AppDeps): string => seal(secret, settings.sessionKey);

/** With the prefix no neighbour host, and nobody on the plain-HTTP way, can set the cookie. */
const cookieName = (deps: AppDeps): string => (isSecure(deps) ? '__Host-offer_session' : 'offer_session');

const isSecure = ({ settings }: AppDeps): boolean => settings.publicUrl.startsWith('https:');
