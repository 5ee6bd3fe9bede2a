import type { FC } from 'hono/jsx';
import type { OfferKey } from '../../../domain/offer/ids';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import type { EditorNotice } from './view';

/** What became of the last form. */
export const Notices: FC<{ readonly notices: readonly EditorNotice[] }> = ({ notices }) => (
  <>
    {notices.map(({ kind, text }) => (
      <p class={`notice ${kind}`} role={kind === 'refused' ? 'alert' : 'status'}>
        <Icon name={kind === 'refused' ? 'warning' : 'check'} />
        <span>{text}</span>
      </p>
    ))}
  </>
);

type DraftViewsProps = { readonly offer: OfferKey; readonly current: 'form' | 'json'; readonly words: Words };

/** The same draft as a form, or as the document it is. */
export const DraftViews: FC<DraftViewsProps> = ({ offer, current, words }) => (
  <nav class="views" aria-label={words.say('editor.views')}>
    <a href={offerPage(offer, 'editor')} aria-current={current === 'form' ? 'page' : undefined}>
      {words.say('editor.form')}
    </a>
    <a href={offerPage(offer, 'editor/json')} aria-current={current === 'json' ? 'page' : undefined}>
      {words.say('editor.json')}
    </a>
  </nav>
);
