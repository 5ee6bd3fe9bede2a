import type { FC } from 'hono/jsx';
import type { ReviewComment } from '../../../domain/publication/commands';
import type { ReviewDecision } from '../../../domain/publication/status';
import { offerPage } from '../../offers/offer-key';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { RequestIdField } from '../request-id-field';
import { DraftDiffers } from './draft-differs';
import { reviewPath, type ReviewProps } from './view';

type DecideProps = ReviewProps & {
  readonly decision: ReviewDecision;
  /** Of the open threads; they go along with a request for changes. */
  readonly comments: readonly ReviewComment[];
  /** Nothing was said, so nothing was decided. */
  readonly isSilent?: boolean;
};

/** Asks once: what will happen, and what the publisher will read. */
export const DecidePage: FC<DecideProps> = (props) => {
  const { view, words, decision, comments, isSilent = false } = props;
  const { say } = words;
  const version = view.item?.offerVersion ?? '-';
  const isApproval = decision === 'approve';
  const question = isApproval ? 'review.askApprove' : 'review.askRequestChanges';
  const heading = say(question, { title: view.title, version });
  return (
    <Layout title={heading} words={words} query={`decision=${decision}`}>
      <OfferHead
        offer={view.offer}
        title={say('review.of', { title: view.title })}
        current="review"
        words={words}
      />
      <section class="card narrow" id="question" aria-labelledby="question-title">
        <h2 id="question-title">{heading}</h2>
        {isSilent && (
          <p class="notice refused" role="alert">
            <Icon name="warning" />
            <span>{say('review.sayWhat')}</span>
          </p>
        )}
        <p>{say(isApproval ? 'review.approveHelp' : 'review.requestChangesHelp')}</p>
        {isApproval && <DraftDiffers view={view} words={words} />}
        {!isApproval && comments.length > 0 && <Comments comments={comments} />}
        <form method="post" action={offerPage(view.offer, 'review/decision')}>
          <input type="hidden" name="decision" value={decision} />
          <input type="hidden" name="publication" value={view.item?.publicationId ?? ''} />
          <RequestIdField />
          <label for="words">{say(isApproval ? 'review.tips' : 'review.more')}</label>
          <textarea id="words" name="text" rows={4} maxlength={5000}></textarea>
          <div class="button-row">
            <button class={isApproval ? 'main' : 'danger'} type="submit">
              {say(isApproval ? 'review.approve' : 'review.requestChanges')}
            </button>
            <a class="button" href={reviewPath(view)} data-close>
              {say('keep')}
            </a>
          </div>
        </form>
      </section>
    </Layout>
  );
};

const Comments: FC<Pick<DecideProps, 'comments'>> = ({ comments }) => (
  <ul>
    {comments.map(({ message, path, line }) => (
      <li>
        {path !== undefined && (
          <>
            <code>{line === undefined ? path : `${path}:${line}`}</code>{' '}
          </>
        )}
        {message}
      </li>
    ))}
  </ul>
);
