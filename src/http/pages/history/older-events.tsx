import type { FC } from 'hono/jsx';
import { type EventsProps, historyHref } from './view';

/** To the next page, further back, and to the first one again. */
export const OlderEvents: FC<EventsProps> = ({ view, words: { say } }) => {
  if (view.next === null && view.asked.cursor === undefined) return null;
  return (
    <nav class="pages" aria-label={say('list.pages')}>
      {view.asked.cursor === undefined ? (
        <span />
      ) : (
        <a href={historyHref(view, {})}>{say('history.newestEvents')}</a>
      )}
      {view.next !== null && (
        <a class="button" rel="next" href={historyHref(view, { cursor: view.next })}>
          {say('history.olderEvents')}
        </a>
      )}
    </nav>
  );
};
