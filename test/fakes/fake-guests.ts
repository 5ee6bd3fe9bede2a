import type { GuestFacts } from '../../src/domain/certification/guest-facts-schema';
import type { GuestInspection } from '../../src/services/ports';
import { linuxGuest } from '../support/linux-guest';

export type FakeGuests = {
  readonly inspectGuest: GuestInspection;
  readonly asked: readonly Parameters<GuestInspection>[0][];
  /** What the next ones find. */
  find: (guest: GuestFacts) => void;
  /** The next one is thrown, as when staging is away. */
  failNext: (error: Error) => void;
};

/** Finds what it is told to, a guest that keeps every rule at first. */
export function fakeGuests(): FakeGuests {
  const asked: Parameters<GuestInspection>[0][] = [];
  let found = linuxGuest();
  let failure: Error | undefined;
  return {
    asked,
    find: (guest) => void (found = guest),
    failNext: (error) => void (failure = error),
    async inspectGuest(guest) {
      asked.push(guest);
      const error = failure;
      failure = undefined;
      if (error !== undefined) throw error;
      return found;
    },
  };
}
