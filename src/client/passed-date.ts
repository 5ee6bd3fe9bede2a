import { malformed } from '../domain/publication/answers';
import { readTime } from '../domain/publication/read-time';
import type { ClientAnswer } from './ask';

/** Clocks differ, and a message may be sent again a little after its date. */
const toleranceMs = 5 * 60_000;

type Asked = { readonly requestId: string; readonly notBefore?: string };

/**
 * Whoever names a date wants to go live later. One that has passed is a slip - a wrong year, a wrong zone - and would
 * put the offer before customers at once, with no way back: it never leaves for the run.
 */
export function passedDate({ requestId, notBefore }: Asked, now: Date): ClientAnswer | undefined {
  const time = readTime(notBefore);
  if (time === undefined || Date.parse(time) >= now.getTime() - toleranceMs) return undefined;
  const message = { code: 'message.dateHasPassed', params: { notBefore: time } };
  return { ...malformed(message), requestId };
}
