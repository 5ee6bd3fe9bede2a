import type { FC } from 'hono/jsx';
import { randomUUID } from 'node:crypto';
import { longestComment, placeText, type ReviewPlace } from '../../../domain/review/thread';
import { offerPage } from '../../offers/offer-key';
import type { ReviewProps } from './view';

type CommentFormProps = ReviewProps & { readonly place: ReviewPlace };

/** Opens a thread about a place. The comment brings its own id, so that a form sent twice is one comment. */
export const CommentForm: FC<CommentFormProps> = ({ place, view, words }) => {
  const { say } = words;
  const about = placeText(place);
  return (
    <form class="comment-form" id="comment" method="post" action={offerPage(view.offer, 'review/threads')}>
      <input type="hidden" name="commentId" value={randomUUID()} />
      <input type="hidden" name="publication" value={view.item?.publicationId ?? ''} />
      <input type="hidden" name="file" value={place.file ?? ''} />
      <input type="hidden" name="line" value={place.line === null ? '' : String(place.line)} />
      <input type="hidden" name="pointer" value={place.pointer ?? ''} />
      <label for="comment-text">
        {about === '' ? say('review.commentOnOffer') : say('review.commentOn', { place: about })}
      </label>
      <textarea id="comment-text" name="text" required maxlength={longestComment} rows={3}></textarea>
      <div class="button-row">
        <button type="submit">{say('review.sendComment')}</button>
      </div>
    </form>
  );
};
