/** Times of one cookie: `startedAt` of the sign-in, `issuedAt` of this cookie, `replacedAt` of its first successor. */
export type SessionTimes = {
  readonly startedAt: string;
  readonly issuedAt: string;
  readonly replacedAt: string | null;
};

const minute = 60_000;
/** However busy it is, a session ends and its token is asked for again. */
export const longestSession = 7 * 24 * 60 * minute;
const longestIdle = 24 * 60 * minute;
const renewalAge = 15 * minute;
/** Pages load many things at once, and an answer with a new cookie can be lost: the old one is good a little longer. */
const grace = 2 * minute;

/** `renew`: still good, and it is time for another cookie. */
export function sessionState(
  { startedAt, issuedAt, replacedAt }: SessionTimes,
  now: Date,
): 'good' | 'renew' | 'over' {
  const age = (since: string): number => now.getTime() - Date.parse(since);
  if (age(startedAt) >= longestSession || age(issuedAt) >= longestIdle) return 'over';
  if (replacedAt !== null && age(replacedAt) >= grace) return 'over';
  return replacedAt !== null || age(issuedAt) >= renewalAge ? 'renew' : 'good';
}
