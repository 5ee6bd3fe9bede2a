import type { FC } from 'hono/jsx';
import type { WalkthroughCheck, WalkthroughPart } from '../../../domain/offer/staged/walkthrough';
import { walkthroughName } from '../../../domain/text/walkthrough';
import type { OfferRecord } from '../../../services/ports';
import { offerPage } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Badge } from '../badge';
import { NotesField } from '../editor/notes-field';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { RequestIdField } from '../request-id-field';
import { FindingList } from '../status/finding-list';

type WalkthroughView = {
  readonly offer: OfferRecord;
  readonly title: string;
  readonly checks: readonly WalkthroughCheck[];
  readonly mayPublish: boolean;
  /** It is on its way already. */
  readonly isOpen: boolean;
};

type WalkthroughProps = { readonly view: WalkthroughView; readonly words: Words };

/** Four cards, each green or with the list of what is missing; below them the way to staging. */
export const WalkthroughPage: FC<WalkthroughProps> = ({ view, words }) => {
  const { offer, checks } = view;
  const title = words.say('walkthrough.of', { title: view.title });
  return (
    <Layout title={title} words={words}>
      <OfferHead offer={offer} title={title} current="walkthrough" words={words} />
      <p>{words.say('walkthrough.help')}</p>
      <div class="walkthrough">
        {checks.map((check) => (
          <Check check={check} offer={offer} words={words} />
        ))}
      </div>
      <PushToStaging view={view} words={words} />
    </Layout>
  );
};

type CheckProps = {
  readonly check: WalkthroughCheck;
  readonly offer: OfferRecord;
  readonly words: Words;
};

const Check: FC<CheckProps> = ({ check: { part, isGreen, findings }, offer, words }) => {
  const missing = findings.filter(({ severity }) => severity === 'error').length;
  return (
    <section class={`card check ${isGreen ? 'good' : 'bad'}`} id={part} aria-labelledby={`title-${part}`}>
      <h2 id={`title-${part}`}>{walkthroughName(part, words.language)}</h2>
      <p>
        <Badge tone={isGreen ? 'good' : 'bad'}>
          {isGreen ? words.say('walkthrough.green') : words.say('walkthrough.red', { count: missing })}
        </Badge>
      </p>
      {findings.length === 0 ? (
        <p class="quiet">{words.say('walkthrough.nothing')}</p>
      ) : (
        <FindingList findings={findings} offer={offer} words={words} />
      )}
      <p>
        <a href={`${offerPage(offer, 'editor')}#section-${editorSection[part]}`}>
          {words.say('walkthrough.toEditor')}
        </a>
      </p>
    </section>
  );
};

const editorSection: Readonly<Record<WalkthroughPart, string>> = {
  plans: 'plans',
  marketing: 'marketplace',
  pricing: 'plans',
  supportAndLegal: 'support',
};

/** Asks for the address at once; why not, where it cannot be pushed. */
const PushToStaging: FC<WalkthroughProps> = ({ view, words }) => {
  const { offer } = view;
  const { say } = words;
  const why = whyNotPush(view);
  if (why !== undefined) {
    return (
      <div class="unavailable">
        <button type="button" id="push" aria-disabled="true" aria-describedby="why-not-push">
          {say('walkthrough.push')}
        </button>
        <p class="quiet" id="why-not-push">
          {say(why)}
        </p>
      </div>
    );
  }
  return (
    <form class="card narrow" method="post" action={offerPage(offer, 'editor/publish')}>
      <input type="hidden" name="etag" value={offer.etag} />
      <RequestIdField />
      <label for="emails">{say('publish.ask')}</label>
      <input
        id="emails"
        name="emails"
        required
        autocomplete="email"
        inputmode="email"
        aria-describedby="emails-help"
      />
      <p class="help" id="emails-help">
        {say('publish.askHelp')}
      </p>
      <NotesField words={words} />
      <div class="button-row">
        <button class="main" id="push" type="submit">
          {say('walkthrough.push')}
        </button>
      </div>
    </form>
  );
};

function whyNotPush({ checks, mayPublish, isOpen }: WalkthroughView) {
  if (!mayPublish) return 'why.role' as const;
  if (isOpen) return 'publish.running' as const;
  return checks.every(({ isGreen }) => isGreen) ? undefined : ('walkthrough.notYet' as const);
}
