import type { Child, FC } from 'hono/jsx';
import type { Link } from '../../../domain/publication/status';
import { waitingOf } from '../../../domain/publication/waiting';
import { statusLabel } from '../../../domain/text/labels';
import { messageText } from '../../../domain/text/publication';
import { waitingText } from '../../../domain/text/waiting';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { Actions } from './actions';
import { Publications } from './publications';
import { StepCard } from './step-card';
import { SupportForm } from './support-form';
import type { Notice, PublicationView, StatusView } from './view';

type StatusPageProps = { readonly view: StatusView; readonly words: Words };

/** Where one offer's publication is, what it waits for, what was found, and what its publisher can do. */
export const StatusPage: FC<StatusPageProps> = ({ view, words }) => {
  const { publication, offer } = view;
  const title = words.say('statusOf', { title: view.title });
  const isOpen = publication !== undefined && publication.status.endedAt === null;
  return (
    <Layout title={title} words={words} live={isOpen}>
      <h1>{title}</h1>
      <p class="quiet">
        {offer.publisherId}/{offer.offerId}
      </p>
      {view.notice !== undefined && <NoticeBox notice={view.notice} words={words} />}
      {publication === undefined ? (
        <p>{words.say('neverPublished')}</p>
      ) : (
        <Current view={view} publication={publication} words={words} />
      )}
      {view.publications.length > 0 && (
        <div id="publications" data-live>
          <Publications publications={view.publications} words={words} />
        </div>
      )}
      <SupportForm offer={offer} contact={publication?.status.notificationEmails[0] ?? ''} words={words} />
    </Layout>
  );
};

type CurrentProps = StatusPageProps & { readonly publication: PublicationView };

const Current: FC<CurrentProps> = ({ view, publication, words }) => {
  const { status } = publication;
  return (
    <>
      <div id="summary" data-live aria-live="polite">
        <Summary view={view} publication={publication} words={words} />
      </div>
      <div id="actions" data-live>
        <Actions view={view} publication={publication} words={words} />
      </div>
      <section aria-labelledby="steps-title">
        <h2 id="steps-title">{words.say('steps')}</h2>
        <ol class="chart" id="chart" data-live>
          {status.steps.map((step) => (
            <StepCard step={step} view={publication} words={words} />
          ))}
        </ol>
      </section>
    </>
  );
};

const Summary: FC<CurrentProps> = ({ view, publication, words }) => {
  const { status, previewLinks } = publication;
  const { say, language } = words;
  const waiting = waitingOf(status);
  return (
    <dl class="facts">
      <Fact name={say('status')}>
        <strong>{statusLabel(status, language)}</strong>
      </Fact>
      {status.offerVersion !== null && <Fact name={say('version')}>{status.offerVersion}</Fact>}
      {waiting !== undefined && <Fact name={say('waitsFor')}>{waitingText(waiting, language)}</Fact>}
      {status.notificationEmails.length > 0 && (
        <Fact name={say('notifies')}>{status.notificationEmails.join(', ')}</Fact>
      )}
      {previewLinks.length > 0 && (
        <Fact name={say('preview')}>
          <Links
            links={previewLinks.map(({ subscription, uri }) => ({
              text: say('previewFor', { subscription }),
              uri,
            }))}
          />
        </Fact>
      )}
      {view.liveLinks.length > 0 && (
        <Fact name={say('liveLinks')}>
          <Links links={view.liveLinks} />
        </Fact>
      )}
    </dl>
  );
};

const Fact: FC<{ readonly name: string; readonly children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const Links: FC<{ readonly links: readonly Link[] }> = ({ links }) => (
  <>
    {links.map(({ text, uri }) => (
      <a href={uri}>{text}</a>
    ))}
  </>
);

const NoticeBox: FC<{ readonly notice: Notice; readonly words: Words }> = ({ notice, words }) => (
  <p class={`notice ${notice.kind}`} role="status">
    {notice.kind === 'pending' && words.say('notice.pending')}
    {notice.kind === 'accepted' &&
      words.say('notice.accepted', { what: messageText(notice.message, words.language) })}
    {notice.kind === 'refused' && `${words.say('refused')}: ${messageText(notice.message, words.language)}`}
  </p>
);
