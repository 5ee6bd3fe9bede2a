import type { FC } from 'hono/jsx';
import { offerTypeIds } from '../../../domain/offer/document';
import type { Word } from '../../words/all-words';
import type { Words } from '../../words/words';
import { type AllOffersProps, isFiltered } from './view';

/** What the list is narrowed down by. A plain form: it works without JavaScript, and every state has an address. */
export const FilterBar: FC<AllOffersProps> = ({ view, words }) => {
  const { say } = words;
  const { asked, ownPublisher } = view;
  return (
    <form class="toolbar" role="search" method="get" action="/">
      <div class="wide">
        <label for="search">{say('list.search')}</label>
        <input
          id="search"
          name="search"
          type="search"
          maxlength={200}
          value={asked.search ?? ''}
          placeholder={say('list.searchHelp')}
        />
      </div>
      {ownPublisher === null && (
        <div>
          <label for="publisher">{say('list.publisher')}</label>
          <input id="publisher" name="publisher" maxlength={50} value={asked.publisher ?? ''} />
        </div>
      )}
      <div>
        <label for="type">{say('list.type')}</label>
        <select id="type" name="type">
          <option value="">{say('list.anyType')}</option>
          {offerTypeIds.map((type) => (
            <option value={type} selected={type === asked.type}>
              {say(`offerType.${type}`)}
            </option>
          ))}
        </select>
      </div>
      <SortChoice view={view} words={words} />
      {asked.situation !== undefined && <input type="hidden" name="situation" value={asked.situation} />}
      <button type="submit">{say('list.show')}</button>
      {isFiltered(view) && <a href="/">{say('list.showAll')}</a>}
    </form>
  );
};

const sorts: readonly (readonly [string, Word])[] = [
  ['-changed', 'list.newestFirst'],
  ['changed', 'list.oldestFirst'],
  ['name', 'list.byName'],
  ['-name', 'list.byNameBackwards'],
  ['status', 'list.byStatus'],
  ['-status', 'list.byStatusBackwards'],
];

const SortChoice: FC<{ readonly view: AllOffersProps['view']; readonly words: Words }> = ({
  view,
  words,
}) => (
  <div>
    <label for="sort">{words.say('list.sort')}</label>
    <select id="sort" name="sort">
      {sorts.map(([sort, word]) => (
        <option value={sort} selected={sort === view.asked.sort}>
          {words.say(word)}
        </option>
      ))}
    </select>
  </div>
);
