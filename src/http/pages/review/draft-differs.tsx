import type { FC } from 'hono/jsx';
import { Icon } from '../icon';
import type { ReviewProps } from './view';

/** What reviewers corrected in the draft is not what they decide about. */
export const DraftDiffers: FC<ReviewProps> = ({ view: { item, draftDiffers }, words }) =>
  draftDiffers && item !== undefined ? (
    <p class="warning" id="draft-differs">
      <Icon name="warning" /> {words.say('review.draftDiffers', { version: item.offerVersion })}
    </p>
  ) : null;
