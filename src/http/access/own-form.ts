import type { Context } from 'hono';

/**
 * Whether a request that changes something comes from a page of ours: the browser says so itself. The session
 * cookie is SameSite=Strict; this holds where a browser forgets that.
 */
export function isSameOrigin(context: Context): boolean {
  const site = context.req.header('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin';
  const origin = context.req.header('Origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === context.req.header('Host');
}

/** Whether the browser says that a page of another site led here; then it keeps a strict cookie back. */
export const isFromElsewhere = (context: Context): boolean =>
  ['cross-site', 'same-site'].includes(context.req.header('Sec-Fetch-Site') ?? '');

export const changesNothing = (context: Context): boolean => ['GET', 'HEAD'].includes(context.req.method);
