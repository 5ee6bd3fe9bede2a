import type { FC } from 'hono/jsx';
import { randomUUID } from 'node:crypto';
import {
  longestComment,
  placeText,
  type ReviewThread,
  type ThreadComment,
} from '../../../domain/review/thread';
import { actorText } from '../../../domain/text/actors';
import { timeText } from '../../../domain/text/quantity';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { placePath, type ReviewProps } from './view';

type ThreadsProps = ReviewProps & { readonly threads: readonly ReviewThread[] };

/** What is open; what is resolved can be unfolded. */
export const Threads: FC<ThreadsProps> = ({ threads, view, words }) => {
  const open = threads.filter(({ state }) => state === 'open');
  const resolved = threads.filter(({ state }) => state === 'resolved');
  return (
    <>
      {open.length === 0 && <p>{words.say('review.noThreads')}</p>}
      <ThreadList threads={open} view={view} words={words} />
      {resolved.length > 0 && (
        <details class="resolved">
          <summary>{words.say('review.resolved', { count: resolved.length })}</summary>
          <ThreadList threads={resolved} view={view} words={words} />
        </details>
      )}
    </>
  );
};

const ThreadList: FC<ThreadsProps> = ({ threads, view, words }) =>
  threads.length === 0 ? null : (
    <ul class="threads">
      {threads.map((thread) => (
        <li id={`thread-${thread.threadId}`} class="thread card">
          <Thread thread={thread} view={view} words={words} />
        </li>
      ))}
    </ul>
  );

type ThreadProps = ReviewProps & { readonly thread: ReviewThread };

/** One question with its answers, and the form to go on. */
export const Thread: FC<ThreadProps> = ({ thread, view, words }) => {
  const { reader, item } = view;
  const place = placeText(thread.place);
  const isEarlier = item !== undefined && thread.publicationId !== item.publicationId;
  return (
    <>
      <p class="thread-place">
        {place === '' ? (
          words.say('review.wholeOffer')
        ) : (
          <a href={placePath(view, thread.place)}>
            <code>{place}</code>
          </a>
        )}
        {isEarlier && <span class="quiet"> · {words.say('review.carriedOver')}</span>}
      </p>
      <ol class="comments">
        {thread.comments.map((comment) => (
          <li>
            <Comment comment={comment} words={words} />
          </li>
        ))}
      </ol>
      {reader.mayAnswer && thread.state === 'open' && <Answer thread={thread} view={view} words={words} />}
      {reader.isReviewer && <ChangeState thread={thread} view={view} words={words} />}
    </>
  );
};

const Comment: FC<{ readonly comment: ThreadComment; readonly words: Words }> = ({ comment, words }) => (
  <>
    <p class="quiet">
      <strong>{actorText(comment.actor, words.language, comment.isVouchedFor)}</strong> (
      {words.say(`review.${comment.side}`)}),{' '}
      <time datetime={comment.at}>{timeText(comment.at, words.language)}</time>
    </p>
    <p class="said">{comment.text}</p>
  </>
);

const Answer: FC<ThreadProps> = ({ thread: { threadId }, view, words }) => (
  <details class="answer">
    <summary>{words.say('review.sendAnswer')}</summary>
    <form method="post" action={offerPage(view.offer, `review/threads/${threadId}/answers`)}>
      <input type="hidden" name="commentId" value={randomUUID()} />
      <input type="hidden" name="publication" value={view.item?.publicationId ?? ''} />
      <label for={`answer-${threadId}`}>{words.say('review.answer')}</label>
      <textarea id={`answer-${threadId}`} name="text" required maxlength={longestComment} rows={3}></textarea>
      <div class="button-row">
        <button type="submit">{words.say('send')}</button>
      </div>
    </form>
  </details>
);

const ChangeState: FC<ThreadProps> = ({ thread: { threadId, state }, view, words }) => (
  <form method="post" action={offerPage(view.offer, `review/threads/${threadId}/state`)}>
    <input type="hidden" name="publication" value={view.item?.publicationId ?? ''} />
    <input type="hidden" name="state" value={state === 'open' ? 'resolved' : 'open'} />
    <button type="submit">{words.say(state === 'open' ? 'review.resolve' : 'review.reopen')}</button>
  </form>
);
