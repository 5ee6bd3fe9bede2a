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

export type EventFeed = {
  /** The next events in their final order; from the first one without a cursor. */
  after: (cursor: string | undefined, limit: number) => Promise<readonly LoggedEvent[]>;
};
