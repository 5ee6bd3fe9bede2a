import type { OfferKey } from '../../domain/offer/ids';
import type { LoggedEvent } from './events';

/** What is left out is not asked for. */
export type HistoryFilter = {
  readonly kind?: string | undefined;
  readonly exceptKinds?: readonly string[] | undefined;
  readonly actor?: string | undefined;
  readonly publicationId?: string | undefined;
};

export type HistoryPageQuery = HistoryFilter & {
  /** Cursor of the last event of the page before. */
  readonly before?: string | undefined;
  readonly limit: number;
};

export type HistoryEvent = LoggedEvent & {
  /** The version that the event's publication published; null where it had none. */
  readonly offerVersion: number | null;
  /** False when a message from outside the API only claims who sent it. */
  readonly isVouchedFor: boolean;
};

/** What an offer's events can be filtered by. */
export type HistoryChoices = {
  readonly kinds: readonly string[];
  readonly actors: readonly string[];
  /** Newest first. */
  readonly publications: readonly {
    readonly publicationId: string;
    readonly offerVersion: number | null;
    readonly startedAt: string;
  }[];
};

/** The log of one offer, also of one that has been discarded; under an empty offer id that of the publisher itself. */
export type History = {
  /** Newest first. Throws a `BadCursorError`. */
  page: (offer: OfferKey, query: HistoryPageQuery) => Promise<readonly HistoryEvent[]>;
  choices: (offer: OfferKey) => Promise<HistoryChoices>;
};
