import type { Context } from 'hono';
import { problem } from './problem';

/** What there is too much of at the moment, of everybody's or of the asker's own. */
export function comeBackLater(
  context: Context,
  code: 'Unavailable' | 'TooManyRequests',
  detail: string,
): Response {
  context.header('Retry-After', '30');
  return problem(context, { code, detail: `${detail} Come back in 30 seconds.` });
}
