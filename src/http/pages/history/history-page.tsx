import type { FC } from 'hono/jsx';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { DiscardDraft } from './discard-draft';
import { EventsTable } from './events-table';
import { HistoryFilterBar } from './filter-bar';
import { OlderEvents } from './older-events';
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
