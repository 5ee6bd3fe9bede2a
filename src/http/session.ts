import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { AppDeps } from './deps';
import { sameSecret, seal } from './secret';

const cookieName = 'offer_session';
const lifetimeSeconds = 7 * 24 * 3600;

/**
 * A session is `<expiry>.<seal>`: nothing is kept on the server, every API process accepts it, and a new API
 * token ends them all.
 */
export function startSession(context: Context, { settings, clock }: AppDeps): void {
  if (settings.apiToken === undefined) return;
  const expires = String(Math.floor(clock().getTime() / 1000) + lifetimeSeconds);
  setCookie(context, cookieName, `${expires}.${seal(sessionText(expires), settings.apiToken)}`, {
    httpOnly: true,
    sameSite: 'Strict',
    secure: settings.publicUrl.startsWith('https:'),
    path: '/',
    maxAge: lifetimeSeconds,
  });
}

export function hasSession(context: Context, { settings, clock }: AppDeps): boolean {
  const [expires = '', given = ''] = (getCookie(context, cookieName) ?? '').split('.');
  if (settings.apiToken === undefined || !/^\d{1,12}$/.test(expires)) return false;
  if (Number(expires) * 1000 <= clock().getTime()) return false;
  return sameSecret(given, seal(sessionText(expires), settings.apiToken));
}

const sessionText = (expires: string): string => `session.${expires}`;
