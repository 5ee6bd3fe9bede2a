import type { FC } from 'hono/jsx';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { RequestIdField } from '../request-id-field';
import { NotesField } from './notes-field';
import type { Asking, EditorView } from './view';

type PublishDialogProps = {
  readonly view: EditorView;
  readonly asking: Asking;
  readonly words: Words;
};

/** Asks for the notification address; a box on the page, which the script turns into a pop-up. */
export const PublishDialog: FC<PublishDialogProps> = ({ view: { offer }, asking, words }) => (
  <dialog open class="ask" id="ask-address" aria-labelledby="ask-title" data-modal>
    <form method="post" action={offerPage(offer, 'editor/publish')}>
      <h2 id="ask-title">{words.say('publish.ready')}</h2>
      <input type="hidden" name="etag" value={offer.etag} />
      <RequestIdField />
      <label for="emails">{words.say('publish.ask')}</label>
      <input
        id="emails"
        name="emails"
        value={asking.emails}
        autocomplete="email"
        inputmode="email"
        required
        aria-describedby={asking.problem === undefined ? 'emails-help' : 'emails-help emails-problem'}
        aria-invalid={asking.problem === undefined ? undefined : 'true'}
      />
      <p class="help" id="emails-help">
        {words.say('publish.askHelp')}
      </p>
      {asking.problem !== undefined && (
        <p class="error" id="emails-problem" role="alert">
          {asking.problem}
        </p>
      )}
      <NotesField notes={asking.notes} problem={asking.notesProblem} words={words} />
      <div class="button-row">
        <button type="submit" class="main">
          {words.say('publish.start')}
        </button>
        <a class="button" href={offerPage(offer, 'editor')} data-close>
          {words.say('publish.back')}
        </a>
      </div>
    </form>
  </dialog>
);
