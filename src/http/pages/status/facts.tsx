import type { Child, FC } from 'hono/jsx';
import type { Link } from '../../../domain/publication/status';
import { timeText } from '../../../domain/text/quantity';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import type { PublicationView, StatusView } from './view';

type FactsProps = {
  readonly view: StatusView;
  readonly publication: PublicationView;
  readonly words: Words;
};

/** What belongs to a publication: version, who is told, and the ways to everything it made. */
export const Facts: FC<FactsProps> = ({ view, publication, words }) => {
  const { status, runPage } = publication;
  const { say, language } = words;
  return (
    <dl class="facts">
      <Fact name={say('version')}>{status.offerVersion ?? '-'}</Fact>
      <Fact name={say('started')}>
        <time datetime={status.startedAt}>{timeText(status.startedAt, language)}</time>
      </Fact>
      {status.notificationEmails.length > 0 && (
        <Fact name={say('notifies')}>{status.notificationEmails.join(', ')}</Fact>
      )}
      {publication.previewLinks.length > 0 && (
        <Fact name={say('preview')}>
          <PreviewLinks publication={publication} words={words} />
        </Fact>
      )}
      {view.liveLinks.length > 0 && (
        <Fact name={say('liveLinks')}>
          <Links links={view.liveLinks} />
        </Fact>
      )}
      {runPage !== undefined && (
        <Fact name={say('forOperators')}>
          <a href={runPage}>
            {say('runPage')} <Icon name="out" />
          </a>
        </Fact>
      )}
      <Fact name={say('publisherSupport')}>
        <a href={supportPage(publication)}>{say('support')}</a>
      </Fact>
    </dl>
  );
};

/** The form for a request about this publication; about one step, when it is named. */
export function supportPage({ offer, status }: PublicationView, step?: string): string {
  const query = new URLSearchParams({ publication: status.publicationId, ...(step && { step }) });
  return offerPage(offer, `support?${query.toString()}`);
}

export const PreviewLinks: FC<{ readonly publication: PublicationView; readonly words: Words }> = ({
  publication,
  words,
}) => (
  <Links
    links={publication.previewLinks.map(({ subscription, uri }) => ({
      text: words.say('previewFor', { subscription }),
      uri,
    }))}
  />
);

export const Links: FC<{ readonly links: readonly Link[] }> = ({ links }) => (
  <ul class="plain">
    {links.map(({ text, uri }) => (
      <li>
        <a href={uri}>{text}</a>
      </li>
    ))}
  </ul>
);

const Fact: FC<{ readonly name: string; readonly children?: Child }> = ({ name, children }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);
