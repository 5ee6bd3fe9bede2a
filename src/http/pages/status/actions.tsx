import type { FC } from 'hono/jsx';
import { situationOf } from '../../../domain/publication/situation';
import type { PublicationStatus } from '../../../domain/publication/status';
import { waitingOf } from '../../../domain/publication/waiting';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { RequestIdField } from '../request-id-field';
import type { PublicationView } from './view';
import { whyNotCancelText, whyNotGoLiveText } from './why-not';

type ActionsProps = { readonly publication: PublicationView; readonly words: Words };

/** What the publisher can do now; after the end, what comes next. */
export const Actions: FC<ActionsProps> = (props) =>
  props.publication.status.endedAt === null ? (
    <Buttons {...props} />
  ) : (
    <Afterwards status={props.publication.status} words={props.words} />
  );

/** Go live and Cancel exactly when they would be accepted, otherwise why not; and the address form when one is missing. */
const Buttons: FC<ActionsProps> = ({ publication, words }) => {
  const { say } = words;
  const { status, allowed, offer } = publication;
  const waiting = waitingOf(status);
  return (
    <>
      {allowed.byRole && waiting?.what === 'address' && (
        <AddressForm action={offerPage(offer, 'notification-emails')} words={words} />
      )}
      <div class="choices">
        {allowed.goLive ? (
          <Ask id="go-live" href={offerPage(offer, 'golive/confirm')} name={say('goLive')} look="main" />
        ) : (
          <Unavailable id="go-live" name={say('goLive')} why={whyNotGoLiveText(status, allowed, words)} />
        )}
        {allowed.byRole && (waiting?.what === 'date' || waiting?.what === 'votes') && (
          <form method="post" action={offerPage(offer, 'withdraw-golive')}>
            <RequestIdField />
            <button type="submit" id="withdraw">
              {say('withdrawGoLive')}
            </button>
          </form>
        )}
        {allowed.cancel ? (
          <Ask id="cancel" href={offerPage(offer, 'cancel/confirm')} name={say('cancel')} look="danger" />
        ) : (
          <Unavailable id="cancel" name={say('cancel')} why={whyNotCancelText(status, allowed, words)} />
        )}
      </div>
    </>
  );
};

type AskProps = { readonly id: string; readonly href: string; readonly name: string; readonly look: string };

/** Leads to the page that asks once; with JavaScript the same page opens as a dialog (`confirm.js`). */
const Ask: FC<AskProps> = ({ id, href, name, look }) => (
  <a class={`button ${look}`} id={id} href={href} data-confirm>
    {name}
  </a>
);

/** Can be reached by the keyboard, so that the reason is heard, too. */
const Unavailable: FC<{ readonly id: string; readonly name: string; readonly why: string }> = (props) => (
  <div class="unavailable">
    <button type="button" id={props.id} aria-disabled="true" aria-describedby={`why-not-${props.id}`}>
      {props.name}
    </button>
    <p class="quiet" id={`why-not-${props.id}`}>
      {props.why}
    </p>
  </div>
);

const AddressForm: FC<{ readonly action: string; readonly words: Words }> = ({ action, words }) => (
  <form class="needed" method="post" action={action}>
    <RequestIdField />
    <label for="emails">{words.say('notificationEmails')}</label>
    <input id="emails" name="emails" required autocomplete="email" />
    <div class="button-row">
      <button class="main" type="submit">
        {words.say('save')}
      </button>
    </div>
  </form>
);

const Afterwards: FC<{ readonly status: PublicationStatus; readonly words: Words }> = ({ status, words }) => (
  <>
    <p>{afterwards(status, words)}</p>
    {situationOf(status) !== 'ownFailure' && (
      <div class="choices">
        <a class="button" id="open-editor" href={offerPage(status, 'editor')}>
          {words.say('openEditor')}
        </a>
        {status.outcome === 'canceled' && (
          <a href={offerPage(status, `history?publication=${status.publicationId}`)}>
            {words.say('ended.history')}
          </a>
        )}
      </div>
    )}
  </>
);

function afterwards(status: PublicationStatus, { say }: Words): string {
  switch (situationOf(status)) {
    case 'live':
      return say('ended.live');
    case 'canceled':
      return say('ended.canceled');
    case 'changesRequested':
      return say('ended.changesRequested');
    case 'ownFailure':
      return say('ended.ownFailure');
    case 'failed':
    case 'draft':
    case 'inProgress':
    case 'awaitingSignOff':
    case 'goLiveScheduled':
    case 'inReview':
      return say('ended.failed');
  }
}
