import type { FC } from 'hono/jsx';
import { Layout } from '../layout';
import { EventsTable } from './events-table';
import { HistoryFilterBar } from './filter-bar';
import { OlderEvents } from './older-events';
import { type EventsProps, historyHref } from './view';

/** What belongs to no offer: who changed the publisher's settings, tokens, webhooks, exceptions for every offer. */
export const PublisherHistoryPage: FC<EventsProps> = ({ view, words }) => {
  const { say } = words;
  const title = say('history.of', { title: view.title });
  return (
    <Layout title={title} words={words} query={historyHref(view, {}).split('?')[1]}>
      <nav class="crumbs" aria-label={say('allOffers')}>
        <a href="/">{say('allOffers')}</a> <span class="quiet">/ {view.offer.publisherId}</span>
      </nav>
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      <p class="prose">{say('history.publisherHelp')}</p>
      <HistoryFilterBar view={view} words={words} />
      {view.events.length === 0 ? (
        <p class="empty">{say('history.noEvents')}</p>
      ) : (
        <EventsTable view={view} words={words} />
      )}
      <OlderEvents view={view} words={words} />
    </Layout>
  );
};
