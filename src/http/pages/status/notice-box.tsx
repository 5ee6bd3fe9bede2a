import type { FC } from 'hono/jsx';
import { messageText } from '../../../domain/text/publication/publication';
import type { Words } from '../../words/words';
import { Icon, type IconName } from '../icon';
import type { Notice } from './view';

/** What came of a form. */
export const NoticeBox: FC<{ readonly notice: Notice; readonly words: Words }> = ({ notice, words }) => (
  <p class={`notice ${notice.kind}`} role="status">
    <Icon name={noticeIcons[notice.kind]} />
    <span>
      {notice.kind === 'pending' && words.say(`pending.${notice.why}`)}
      {notice.kind === 'accepted' &&
        words.say('notice.accepted', { what: messageText(notice.message, words.language) })}
      {notice.kind === 'sentBefore' && words.say('notice.sentBefore')}
      {notice.kind === 'refused' && `${words.say('refused')}: ${messageText(notice.message, words.language)}`}
    </span>
  </p>
);

const noticeIcons: Readonly<Record<Notice['kind'], IconName>> = {
  accepted: 'check',
  refused: 'warning',
  sentBefore: 'warning',
  pending: 'clock',
};
