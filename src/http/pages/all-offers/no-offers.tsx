import type { FC } from 'hono/jsx';
import { type AllOffersProps, isFiltered } from './view';

/** What a newcomer does first; or, that nothing matches what was asked. */
export const NoOffers: FC<AllOffersProps> = ({ view, words: { say } }) => {
  if (isFiltered(view)) return <p class="empty">{say('list.noneFound')}</p>;
  return (
    <section class="empty" aria-labelledby="first-offer">
      <h2 id="first-offer">{say('list.firstOffer')}</h2>
      <ol>
        <li>{say('list.firstOfferFill')}</li>
        <li>{say('list.firstOfferPublish')}</li>
        <li>{say('list.firstOfferGoLive')}</li>
      </ol>
      <p>
        <a href="/docs/rules">{say('rules')}</a> · <a href="/docs/leads">{say('leads')}</a> ·{' '}
        <a href="/docs/api">API</a>
      </p>
    </section>
  );
};
