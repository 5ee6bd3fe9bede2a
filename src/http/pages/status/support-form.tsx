import type { FC } from 'hono/jsx';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Words } from '../../words/words';

type SupportFormProps = { readonly offer: OfferKey; readonly contact: string; readonly words: Words };

export const SupportForm: FC<SupportFormProps> = ({ offer, contact, words }) => (
  <section aria-labelledby="support-title" id="support">
    <h2 id="support-title">{words.say('support')}</h2>
    <form method="post" action={`/publishers/${offer.publisherId}/offers/${offer.offerId}/support`}>
      <p class="quiet">{words.say('supportHelp')}</p>
      <label for="contact">{words.say('contact')}</label>
      <input id="contact" name="contact" type="email" required maxlength={254} value={contact} />
      <label for="text">{words.say('request')}</label>
      <textarea id="text" name="text" required maxlength={5000} rows={5}></textarea>
      <button type="submit">{words.say('send')}</button>
    </form>
  </section>
);
