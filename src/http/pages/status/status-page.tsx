import type { FC } from 'hono/jsx';
import { shownSteps } from '../../../domain/publication/shown-steps';
import { waitingOf } from '../../../domain/publication/waiting';
import { goLiveLines } from '../../../domain/text/publication/go-live-state';
import { statusLabel } from '../../../domain/text/labels';
import { waitingText } from '../../../domain/text/publication/waiting';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Sign, toneOfStatus } from '../badge';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { Scenarios } from '../staged/scenarios';
import { Actions } from './actions';
import { Facts } from './facts';
import { NoticeBox } from './notice-box';
import { Publications } from './publications';
import { StepCard } from './step-card';
import type { PublicationView, StatusView } from './view';

type StatusPageProps = { readonly view: StatusView; readonly words: Words };

/** Where one offer's publication is, what it waits for, what was found, and what its publisher can do. */
export const StatusPage: FC<StatusPageProps> = ({ view, words }) => {
  const { publication, offer } = view;
  const title = words.say('statusOf', { title: view.title });
  const isOpen = publication !== undefined && publication.status.endedAt === null;
  return (
    <Layout title={title} words={words} live={isOpen || view.isStarting} events={eventsOf(offer)}>
      <OfferHead offer={offer} title={title} current="status" words={words} />
      {view.notice !== undefined && <NoticeBox notice={view.notice} words={words} />}
      <div id="starting" data-live aria-live="polite">
        {view.isStarting && (
          <p class="notice pending">
            <Icon name="clock" />
            <span>{words.say('starting')}</span>
          </p>
        )}
      </div>
      {publication === undefined ? (
        !view.isStarting && (
          <div class="empty">
            <p>{words.say('neverPublished')}</p>
            <a class="button main" href={offerPage(offer, 'editor')}>
              {words.say('openEditor')}
            </a>
          </div>
        )
      ) : (
        <Current view={view} publication={publication} words={words} />
      )}
      <div id="try-out" data-live>
        <Scenarios scenarios={view.scenarios} title="scenarios.production" words={words} />
      </div>
      {view.publications.length > 0 && (
        <div id="publications" data-live>
          <Publications publications={view.publications} words={words} />
        </div>
      )}
    </Layout>
  );
};

/** Whatever is told of this offer (SSE), the page asks for itself anew. */
const eventsOf = ({ publisherId, offerId }: StatusView['offer']): string =>
  `/api/events?publisher=${publisherId}&offer=${offerId}`;

type CurrentProps = StatusPageProps & { readonly publication: PublicationView };

const Current: FC<CurrentProps> = ({ view, publication, words }) => (
  <>
    <div id="standing" data-live aria-live="polite">
      <Standing publication={publication} words={words} />
    </div>
    <div class="columns">
      <section aria-labelledby="steps-title">
        <h2 class="hidden-text" id="steps-title">
          {words.say('steps')}
        </h2>
        <ol class="chart" id="chart" data-live>
          {shownSteps(publication.status).map((step, index) => (
            <StepCard step={step} number={index + 1} view={publication} words={words} />
          ))}
        </ol>
      </section>
      <aside class="card" id="facts" data-live aria-label={words.say('facts')}>
        <Facts view={view} publication={publication} words={words} />
      </aside>
    </div>
  </>
);

/** In one glance: how it stands, what it waits for, and what to do about it. */
const Standing: FC<{ readonly publication: PublicationView; readonly words: Words }> = ({
  publication,
  words,
}) => {
  const { status } = publication;
  const waiting = waitingOf(status);
  const tone = toneOfStatus(status);
  return (
    <section class={`standing ${tone}`} aria-labelledby="standing-title">
      <h2 id="standing-title">
        <Sign tone={tone} />
        {statusLabel(status, words.language)}
      </h2>
      {waiting !== undefined && (
        <p>
          {words.say('waitsFor')}: {waitingText(waiting, words.language, status.offerType)}
        </p>
      )}
      {status.endedAt === null &&
        goLiveLines(status, words.language).map((line) => <p class="votes">{line}</p>)}
      <Actions publication={publication} words={words} />
    </section>
  );
};
