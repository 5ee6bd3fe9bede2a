import type { FC } from 'hono/jsx';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { DiscardDraft } from './discard-draft';
import { EventsTable } from './events-table';
import { HistoryFilterBar } from './filter-bar';
import { SupportCases } from './support-cases';
import { historyHref, type HistoryProps } from './view';

/** Everything that ever happened to an offer: when, what, who. At the bottom a draft can be discarded. */
export const HistoryPage: FC<HistoryProps> = ({ view, words }) => {
  const { say } = words;
  const title = say('history.of', { title: view.title });
  return (
    <Layout title={title} words={words} query={historyHref(view, {}).split('?')[1]}>
      <OfferHead offer={view.offer} title={title} current="history" words={words} />
      {view.discard === 'gone' && (
        <p class="notice pending" role="status">
          {say('history.discarded')}
        </p>
      )}
      <HistoryFilterBar view={view} words={words} />
      {view.events.length === 0 ? (
        <p class="empty">{say('history.noEvents')}</p>
      ) : (
        <EventsTable view={view} words={words} />
      )}
      <OlderEvents view={view} words={words} />
      {view.cases.length > 0 && <SupportCases cases={view.cases} words={words} />}
      {view.discard !== 'gone' && <DiscardDraft view={view} words={words} />}
    </Layout>
  );
};

const OlderEvents: FC<HistoryProps> = ({ view, words: { say } }) => {
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
