import type { PublicationEvent } from '../../domain/publication/events';

/** A record that did not get through quickly is tried for as long as it takes, as a regular activity. */
export const recordOptions = {
  startToCloseTimeout: 10_000,
  retry: { initialInterval: 1000, maximumInterval: 4000 },
};

/** What operators read beside it. */
export function summaryOf(events: readonly PublicationEvent[]): string {
  return `Write ${events.length} event(s) to the catalogue`;
}
