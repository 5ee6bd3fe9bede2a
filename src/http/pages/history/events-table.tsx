import type { FC } from 'hono/jsx';
import { actorText } from '../../../domain/text/actors';
import { historyKindText, historyText } from '../../../domain/text/history/history';
import { timeText } from '../../../domain/text/quantity';
import type { HistoryEvent } from '../../../services/ports';
import { type EventsProps, hasAttempts, historyHref } from './view';

export const EventsTable: FC<EventsProps> = ({ view, words }) => {
  const { say } = words;
  return (
    <div class="table-scroll events">
      <table>
        <thead>
          <tr>
            <th scope="col">{say('history.when')}</th>
            <th scope="col">{say('history.event')}</th>
            <th scope="col">{say('history.details')}</th>
            <th scope="col">{say('history.who')}</th>
            {hasAttempts(view) && <th scope="col">{say('history.attempt')}</th>}
          </tr>
        </thead>
        <tbody>
          {view.events.map((event) => (
            <Row event={event} view={view} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Row: FC<EventsProps & { readonly event: HistoryEvent }> = ({ event, view, words }) => {
  const { say, language } = words;
  const { at, kind, actor, isVouchedFor } = event;
  return (
    <tr>
      <td data-label={say('history.when')}>
        <time datetime={at}>{timeText(at, language)}</time>
      </td>
      <td data-label={say('history.event')}>{historyKindText(kind, language, view.offer.offerType)}</td>
      <td data-label={say('history.details')}>
        {historyText({ ...event, offerType: view.offer.offerType }, language)}
      </td>
      <td data-label={say('history.who')}>
        {actor === null ? (
          <span class="quiet">{say('history.system')}</span>
        ) : (
          actorText(actor, language, isVouchedFor)
        )}
      </td>
      {hasAttempts(view) && <Attempt event={event} view={view} words={words} />}
    </tr>
  );
};

const Attempt: FC<EventsProps & { readonly event: HistoryEvent }> = ({ event, view, words: { say } }) => (
  <td data-label={say('history.attempt')}>
    {event.publicationId === null ? (
      '-'
    ) : (
      <a class="one-line" href={historyHref(view, { publication: event.publicationId })}>
        {event.offerVersion === null
          ? event.publicationId.slice(0, 8)
          : `${say('version')} ${event.offerVersion}`}
      </a>
    )}
  </td>
);
