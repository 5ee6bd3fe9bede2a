import type { FC } from 'hono/jsx';
import type { OfferKey } from '../../../domain/offer/ids';
import type { SupportRequest } from '../../../services/ports';
import { statusPath } from '../../offers/offer-key';
import type { Words } from '../../words/words';
import { Icon } from '../icon';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';

type SupportSentProps = { readonly request: SupportRequest; readonly offer: OfferKey; readonly words: Words };

/** The case number, and what happens next. */
export const SupportSentPage: FC<SupportSentProps> = ({ request, offer, words }) => (
  <Layout title={words.say('support')} words={words}>
    <OfferHead offer={offer} title={words.say('support')} words={words} />
    <section class="card narrow" aria-labelledby="case">
      <h2 id="case">
        <Icon name="check" /> {words.say('supportSent', { case: request.caseNumber })}
      </h2>
      <p>{words.say('supportMailed', { contact: request.contactEmail })}</p>
      <blockquote>{request.text}</blockquote>
      <p>
        <a href={statusPath(offer)}>{words.say('back')}</a>
      </p>
    </section>
  </Layout>
);
