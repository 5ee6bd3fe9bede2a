import type { FC } from 'hono/jsx';
import type { OfferKey } from '../../../domain/offer/ids';
import type { SupportRequest } from '../../../services/ports';
import { statusPath } from '../../offer-key';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { SupportForm } from '../status/support-form';

type SupportPageProps = {
  readonly request: SupportRequest;
  readonly mailed: boolean;
  readonly offer: OfferKey;
  readonly words: Words;
};

export const SupportPage: FC<SupportPageProps> = ({ request, mailed, offer, words }) => (
  <Layout title={words.say('support')} words={words}>
    <h1>{words.say('supportSent', { case: request.caseNumber })}</h1>
    <p>
      {mailed ? words.say('supportMailed', { contact: request.contactEmail }) : words.say('supportNotMailed')}
    </p>
    <blockquote>{request.text}</blockquote>
    <p>
      <a href={statusPath(offer)}>{words.say('back')}</a>
    </p>
  </Layout>
);

type SupportFormPageProps = { readonly offer: OfferKey; readonly contact: string; readonly words: Words };

export const SupportFormPage: FC<SupportFormPageProps> = ({ offer, contact, words }) => (
  <Layout title={words.say('support')} words={words}>
    <h1>
      {offer.publisherId}/{offer.offerId}
    </h1>
    <SupportForm offer={offer} contact={contact} words={words} />
    <p>
      <a href={statusPath(offer)}>{words.say('back')}</a>
    </p>
  </Layout>
);
