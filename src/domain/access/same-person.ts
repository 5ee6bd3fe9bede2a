import { nameAtProvider } from './outside-identity';

/**
 * One person, however the name is written: a tracker may not care about capitals, and does not know which identity provider
 * let somebody in here.
 */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  return a === b || nameAtProvider(a) === b || a === nameAtProvider(b);
}
