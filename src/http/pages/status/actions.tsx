import type { FC } from 'hono/jsx';
import { situationOf } from '../../../domain/publication/situation';
import type { PublicationStatus } from '../../../domain/publication/status';
import { waitingOf } from '../../../domain/publication/waiting';
import { statusPath } from '../../offer-key';
import type { Words } from '../../words/words';
import type { PublicationView, StatusView } from './view';
import { whyNotCancelText, whyNotGoLiveText } from './why-not';

type ActionsProps = {
  readonly view: StatusView;
  readonly publication: PublicationView;
  readonly words: Words;
};

/** What the publisher can do now; after the end, what comes next. */
export const Actions: FC<ActionsProps> = (props) => (
  <section aria-labelledby="actions-title">
    <h2 id="actions-title">{props.words.say('actions')}</h2>
    {props.publication.status.endedAt === null ? (
      <Buttons {...props} />
    ) : (
      <p>{afterwards(props.publication.status, props.words)}</p>
    )}
  </section>
);

/** Go live and Cancel exactly when they would be accepted, otherwise why not; and the address form when one is missing. */
const Buttons: FC<ActionsProps> = ({ view, publication, words }) => {
  const { say } = words;
  const { status, canGoLive, canCancel } = publication;
  const waiting = waitingOf(status);
  const base = statusPath(view.offer).replace(/\/status$/, '');
  return (
    <div class="choices">
      {waiting?.what === 'address' && <AddressForm action={`${base}/notification-emails`} words={words} />}
      {canGoLive ? (
        <form method="post" action={`${base}/golive`}>
          <label for="not-before">{say('goLiveAt')}</label>
          <input id="not-before" name="notBefore" type="datetime-local" />
          <button class="main" type="submit">
            {say('goLive')}
          </button>
        </form>
      ) : (
        <Unavailable id="go-live" name={say('goLive')} why={whyNotGoLiveText(status, words)} />
      )}
      {(waiting?.what === 'date' || waiting?.what === 'votes') && (
        <form method="post" action={`${base}/withdraw-golive`}>
          <button type="submit">{say('withdrawGoLive')}</button>
        </form>
      )}
      {canCancel ? (
        <form method="post" action={`${base}/cancel`}>
          <label for="reason">{say('cancelReason')}</label>
          <input id="reason" name="reason" maxlength={500} />
          <button type="submit">{say('cancel')}</button>
        </form>
      ) : (
        <Unavailable id="cancel" name={say('cancel')} why={whyNotCancelText(status, words)} />
      )}
    </div>
  );
};

const Unavailable: FC<{ readonly id: string; readonly name: string; readonly why: string }> = (props) => (
  <div class="unavailable">
    <button type="button" disabled aria-describedby={`why-not-${props.id}`}>
      {props.name}
    </button>
    <p class="quiet" id={`why-not-${props.id}`}>
      {props.why}
    </p>
  </div>
);

const AddressForm: FC<{ readonly action: string; readonly words: Words }> = ({ action, words }) => (
  <form method="post" action={action}>
    <label for="emails">{words.say('notificationEmails')}</label>
    <input id="emails" name="emails" required autocomplete="email" />
    <button class="main" type="submit">
      {words.say('save')}
    </button>
  </form>
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
