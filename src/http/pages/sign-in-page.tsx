import type { FC } from 'hono/jsx';
import type { Identity } from '../../domain/access/identity';
import { actorText } from '../../domain/text/actors';
import type { Word } from '../words/all-words';
import type { Words } from '../words/words';
import { Icon } from './icon';
import { Layout } from './layout';

type SignInPageProps = {
  readonly words: Words;
  readonly visitor: Identity | undefined;
  readonly next: string;
  /** Filled in already, from a link. */
  readonly token: string;
  readonly fault: Word | undefined;
};

/** Who is signed in, and the form to sign in as somebody. */
export const SignInPage: FC<SignInPageProps> = (props) => {
  const { words, visitor, fault } = props;
  return (
    <Layout title={words.say('signIn')} words={words} current="account">
      {fault !== undefined && (
        <p class="notice refused" id="token-fault" role="alert">
          <Icon name="warning" />
          <span>{words.say(fault)}</span>
        </p>
      )}
      {visitor !== undefined && <Holder words={words} visitor={visitor} />}
      <SignInForm {...props} />
    </Layout>
  );
};

const SignInForm: FC<SignInPageProps> = ({ words, visitor, next, token, fault }) => (
  <form method="post" action="/sign-in" class="card narrow">
    {visitor === undefined ? <h1>{words.say('signIn')}</h1> : <h2>{words.say('signInAsOther')}</h2>}
    <p id="token-help">{words.say('tokenHelp')}</p>
    <label for="token">{words.say('token')}</label>
    <input
      id="token"
      name="token"
      type="password"
      value={token}
      autocomplete="current-password"
      spellcheck={false}
      required
      aria-describedby={fault === undefined ? 'token-help' : 'token-help token-fault'}
      aria-invalid={fault === undefined ? undefined : 'true'}
    />
    <input type="hidden" name="next" value={next} />
    <div class="button-row">
      <button type="submit" class="button main">
        {words.say('signIn')}
      </button>
    </div>
  </form>
);

const Holder: FC<{ readonly words: Words; readonly visitor: Identity }> = ({ words, visitor }) => {
  const { actor, role, publisherId } = visitor;
  return (
    <form method="post" action="/sign-out" class="card narrow">
      <h1>{words.say('signedInAs', { actor: actorText(actor, words.language) })}</h1>
      <p>
        {words.say(`role.${role}`)} · {publisherId ?? words.say('everyPublisher')}
      </p>
      <div class="button-row">
        <button type="submit" class="button">
          {words.say('signOut')}
        </button>
      </div>
    </form>
  );
};
