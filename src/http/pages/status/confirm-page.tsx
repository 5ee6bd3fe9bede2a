import type { Child, FC } from 'hono/jsx';
import { offerPage, statusPath } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { RequestIdField } from '../request-id-field';
import { PreviewLinks } from './facts';
import type { PublicationView } from './view';

export type ConfirmProps = {
  readonly title: string;
  readonly publication: PublicationView;
  readonly words: Words;
};

type GoLiveProps = ConfirmProps & {
  /** A date that was refused, as it was typed, and why. */
  readonly date?: { readonly typed: string; readonly problem: string };
};

/** Asks once before going live: what will happen, the preview to look at, and from when on. */
export const ConfirmGoLive: FC<GoLiveProps> = ({ date, ...props }) => {
  const { publication, words } = props;
  const { say } = words;
  return (
    <Question {...props} question="confirm.goLive" help="confirm.goLiveHelp">
      {publication.previewLinks.length > 0 && (
        <>
          <p>{say('preview')}:</p>
          <PreviewLinks publication={publication} words={words} />
        </>
      )}
      <form method="post" action={offerPage(publication.offer, 'golive')}>
        <input type="hidden" name="publication" value={publication.status.publicationId} />
        <RequestIdField />
        <label for="not-before">{say('goLiveAt')}</label>
        <input
          id="not-before"
          name="notBefore"
          type="datetime-local"
          min={minuteOf(publication.now)}
          value={date?.typed}
          aria-invalid={date && 'true'}
          aria-describedby={date && 'not-before-problem'}
          autofocus={date !== undefined}
        />
        {date !== undefined && (
          <p class="error" id="not-before-problem" role="alert">
            {date.problem}
          </p>
        )}
        <Answers {...props} look="main" name={say('goLive')} />
      </form>
    </Question>
  );
};

/** As `datetime-local` writes it; what has passed is refused by the client, too. */
const minuteOf = (time: Date): string => time.toISOString().slice(0, 16);

/** Asks once before canceling: what is lost and what stays. */
export const ConfirmCancel: FC<ConfirmProps> = (props) => {
  const { publication, words } = props;
  return (
    <Question {...props} question="confirm.cancel" help="confirm.cancelHelp">
      <form method="post" action={offerPage(publication.offer, 'cancel')}>
        <input type="hidden" name="publication" value={publication.status.publicationId} />
        <RequestIdField />
        <label for="reason">{words.say('cancelReason')}</label>
        <input id="reason" name="reason" maxlength={500} />
        <Answers {...props} look="danger" name={words.say('cancel')} />
      </form>
    </Question>
  );
};

type QuestionProps = ConfirmProps & {
  readonly question: 'confirm.goLive' | 'confirm.cancel';
  readonly help: 'confirm.goLiveHelp' | 'confirm.cancelHelp';
  readonly children?: Child;
};

const Question: FC<QuestionProps> = ({ title, publication, words, question, help, children }) => {
  const heading = words.say(question, { title, version: publication.status.offerVersion ?? '-' });
  return (
    <Layout title={heading} words={words}>
      <OfferHead
        offer={publication.offer}
        title={words.say('statusOf', { title })}
        current="status"
        words={words}
      />
      <section class="card narrow" id="question" aria-labelledby="question-title">
        <h2 id="question-title">{heading}</h2>
        <p>{words.say(help)}</p>
        {children}
      </section>
    </Layout>
  );
};

type AnswersProps = ConfirmProps & { readonly look: string; readonly name: string };

const Answers: FC<AnswersProps> = ({ publication, words, look, name }) => (
  <div class="button-row">
    <button class={look} type="submit">
      {name}
    </button>
    <a class="button" href={statusPath(publication.offer)} data-close>
      {words.say('keep')}
    </a>
  </div>
);
