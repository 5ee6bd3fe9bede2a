import type { FC } from 'hono/jsx';
import type { OfferKey } from '../../../domain/offer/ids';
import { statusLabel, stepName } from '../../../domain/text/labels';
import { offerPage, statusPath } from '../../offers/offer-key';
import { longestSupportText, type SupportSubject } from '../../support-request';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { FindingList } from '../status/finding-list';

export type SupportFault = 'badContact' | 'badText' | 'supportTooOften';

type SupportFormProps = {
  readonly offer: OfferKey;
  readonly subject: SupportSubject;
  readonly filled: { readonly contact: string; readonly text: string };
  readonly fault?: SupportFault;
  readonly words: Words;
};

/** The form, filled with what is known: publication, step and findings go along without being typed. */
export const SupportFormPage: FC<SupportFormProps> = (props) => {
  const { offer, subject, fault, words } = props;
  const { say } = words;
  return (
    <Layout title={say('support')} words={words}>
      <OfferHead offer={offer} title={say('support')} words={words} />
      {fault !== undefined && (
        <p class="notice refused" role="alert">
          <Icon name="warning" />
          <span>{say(fault)}</span>
        </p>
      )}
      <div class="columns">
        <Form {...props} />
        <aside class="card" aria-label={say('supportAlong')}>
          <h2>{say('supportAlong')}</h2>
          <Along subject={subject} words={words} />
        </aside>
      </div>
    </Layout>
  );
};

const Form: FC<SupportFormProps> = ({ offer, subject, filled, fault, words }) => {
  const { say } = words;
  return (
    <form class="card" method="post" action={offerPage(offer, 'support')}>
      <p>{say('supportHelp')}</p>
      <input type="hidden" name="publication" value={subject.publication?.publicationId ?? ''} />
      <input type="hidden" name="step" value={subject.step ?? ''} />
      <label for="contact">{say('contact')}</label>
      <input
        id="contact"
        name="contact"
        type="email"
        required
        maxlength={254}
        autocomplete="email"
        value={filled.contact}
        aria-invalid={fault === 'badContact' ? 'true' : undefined}
      />
      <label for="text">{say('request')}</label>
      <textarea
        id="text"
        name="text"
        required
        maxlength={longestSupportText}
        rows={7}
        aria-invalid={fault === 'badText' ? 'true' : undefined}
      >
        {filled.text}
      </textarea>
      <div class="button-row">
        <button class="main" type="submit">
          {say('send')}
        </button>
        <a href={statusPath(offer)}>{say('back')}</a>
      </div>
    </form>
  );
};

const Along: FC<Pick<SupportFormProps, 'subject' | 'words'>> = ({ subject, words }) => {
  const { publication, step, findings } = subject;
  const { say, language } = words;
  if (publication === undefined) return <p>{say('neverPublished')}</p>;
  const { status } = publication;
  return (
    <>
      <dl class="facts">
        <dt>{say('status')}</dt>
        <dd>{statusLabel(status, language)}</dd>
        <dt>{say('version')}</dt>
        <dd>{status.offerVersion ?? '-'}</dd>
        {step !== null && (
          <>
            <dt>{say('step')}</dt>
            <dd>{stepName(step, language)}</dd>
          </>
        )}
        <dt>{say('publicationId')}</dt>
        <dd>
          <code>{publication.publicationId}</code>
        </dd>
      </dl>
      {findings.length > 0 && (
        <>
          <h3>{say('findings')}</h3>
          <FindingList findings={findings} words={words} />
        </>
      )}
    </>
  );
};
