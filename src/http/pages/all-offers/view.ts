import type { Situation } from '../../../domain/publication/situation';
import type { ListAsked, ListPage } from '../../offers/list-page';
import type { Words } from '../../words/words';

/** All the page shows; made by the route, so that the components only turn it into words and links. */
export type AllOffersView = {
  readonly asked: ListAsked;
  readonly page: ListPage;
  /** In each situation, without regard to the one asked for and to the search. */
  readonly counts: ReadonlyMap<Situation, number>;
  /** Null: the reader reaches every publisher. */
  readonly ownPublisher: string | null;
  readonly mayEdit: boolean;
  /** Who sees tokens also sees who changed them. */
  readonly mayManage: boolean;
  /** The address's query as it was given, without the language. */
  readonly query: string;
};

export const isFiltered = ({ asked: { publisher, type, situation, search = '' } }: AllOffersView): boolean =>
  publisher !== undefined || type !== undefined || situation !== undefined || search !== '';

type Change = Partial<Record<'situation' | 'sort' | 'cursor', string | null>>;

/** The address of the same list with something changed; whatever changes, it begins at the first page again. */
export function listHref({ asked }: Pick<AllOffersView, 'asked'>, change: Change): string {
  const { publisher, type, situation, search, sort } = asked;
  const fields = { publisher, type, situation, search, sort: sort === '-changed' ? '' : sort, ...change };
  const given = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  const query = new URLSearchParams(given).toString();
  return query === '' ? '/' : `/?${query}`;
}

export type AllOffersProps = { readonly view: AllOffersView; readonly words: Words };
