import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two secrets are the same, in a time that tells nothing about where they differ or how long they are. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** A value only holders of `key` can make; base64url. */
export function seal(text: string, key: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
