import type { OfferKey } from '../../domain/offer/ids';

/** Anything that happened to an offer: draft saves, freezes, slots, operations, and all of a publication's events. */
export type LoggedEvent = OfferKey & {
  /** Opaque; pass it to `after` to go on from here. */
  readonly cursor: string;
  readonly kind: string;
  readonly actor: string | null;
  readonly publicationId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly at: string;
};

/** What is left out is not asked for. */
export type EventFilter = Partial<Pick<LoggedEvent, 'publisherId' | 'offerId'>> & {
  readonly publicationId?: string;
};

export type EventFeed = {
  /** The next events in their final order; from the first one without a cursor. */
  after: (cursor: string | undefined, limit: number, filter?: EventFilter) => Promise<readonly LoggedEvent[]>;
  /** The newest event's cursor; undefined while there is none. */
  newest: () => Promise<string | undefined>;
  /** Whether something stands behind `cursor`, also if its final place is not known yet: ask again in a moment. */
  hasMore: (cursor: string | undefined) => Promise<boolean>;
  /** Calls back whenever there may be more (LISTEN/NOTIFY). Returns a function that stops. */
  watch: (onMore: () => void) => Promise<() => Promise<void>>;
};
