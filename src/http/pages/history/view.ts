import type { DiscardRefusal } from '../../../domain/offer/discard';
import type { OfferTypeId } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import type { HistoryChoices, HistoryEvent, SupportRequest } from '../../../services/ports';
import type { HistoryAsked } from '../../offers/history-page';
import type { Words } from '../../words/words';

/** What the list of events shows, of an offer or, under an empty offer id, of a publisher itself. */
export type EventsView = {
  readonly offer: OfferKey & { readonly offerType?: OfferTypeId };
  readonly title: string;
  readonly asked: PageAsked;
  readonly events: readonly HistoryEvent[];
  /** Cursor of the page of older events; null on the last one. */
  readonly next: string | null;
  readonly choices: HistoryChoices;
};

/** All the page shows; made by the route, so that the components only turn it into words and links. */
export type HistoryView = EventsView & {
  readonly cases: readonly SupportRequest[];
  readonly discard: DiscardState;
};

export type PageAsked = Pick<HistoryAsked, 'kind' | 'actor' | 'publication' | 'cursor'> & {
  /** Also what is folded away. */
  readonly every?: 'yes' | undefined;
};

export const rowsOnPage = 50;

/** A dozen of them come with each click, and an event of another kind tells the same in one line. */
export const smallKinds = ['stepChanged', 'messageAdded', 'operationAccepted', 'operationChanged'] as const;

/** `gone`: this is what remains of an offer whose draft was discarded. */
export type DiscardState = 'possible' | 'gone' | 'mayNot' | DiscardRefusal;

type Change = Partial<Record<'kind' | 'actor' | 'publication' | 'cursor', string>>;

export const historyPath = ({ publisherId, offerId }: OfferKey): string =>
  offerId === ''
    ? `/publishers/${publisherId}/history`
    : `/publishers/${publisherId}/offers/${offerId}/history`;

/** A publisher's own events belong to no attempt, and none of them is folded away. */
export const hasAttempts = ({ offer }: EventsView): boolean => offer.offerId !== '';

/** The same list with something changed; it begins at the newest event again unless a cursor is given. */
export function historyHref({ offer, asked }: EventsView, change: Change): string {
  return `${historyPath(offer)}${queryOf(asked, change)}`;
}

/** Everything that the filter lets through, as a file. */
export function csvHref({ offer, asked }: EventsView, language: string): string {
  return `/api${historyPath(offer)}${queryOf(asked, { every: '', format: 'csv', lang: language })}`;
}

function queryOf(
  { kind, actor, publication, every }: PageAsked,
  change: Readonly<Record<string, string>>,
): string {
  const given = Object.entries({ kind, actor, publication, every, ...change }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const query = new URLSearchParams(given).toString();
  return query === '' ? '' : `?${query}`;
}

export type EventsProps = { readonly view: EventsView; readonly words: Words };
export type HistoryProps = { readonly view: HistoryView; readonly words: Words };
