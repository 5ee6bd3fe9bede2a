import type { FC } from 'hono/jsx';
import type { OfferRecord } from '../../../services/ports';
import { offerPage } from '../../offers/offer-key';
import { offerTitle } from '../../../domain/offer/listing';
import type { Words } from '../../words/words';
import { Layout } from '../layout';
import { OfferHead } from '../offer-head';
import { historyPath, type HistoryProps } from './view';

/** The button says why when it cannot be used (S6 of the documented process). */
export const DiscardDraft: FC<HistoryProps> = ({ view, words: { say } }) => {
  const { discard, offer } = view;
  if (discard === 'gone') return null;
  return (
    <section class="discard" aria-labelledby="discard-title">
      <h2 id="discard-title">{say('discard.draft')}</h2>
      {discard === 'possible' ? (
        <>
          <p>{say('discard.help')}</p>
          <a id="discard" class="button danger" href={offerPage(offer, 'discard')} data-confirm>
            {say('discard.draft')}
          </a>
        </>
      ) : (
        <div class="unavailable">
          <button type="button" disabled aria-describedby="discard-why">
            {say('discard.draft')}
          </button>
          <p id="discard-why">{say(`discard.${discard}`)}</p>
        </div>
      )}
    </section>
  );
};

type ConfirmDiscardProps = { readonly offer: OfferRecord; readonly words: Words };

/** Asks once. What is discarded is the draft as it stood when this was asked. */
export const ConfirmDiscard: FC<ConfirmDiscardProps> = ({ offer, words }) => {
  const { say } = words;
  const title = offerTitle(offer.draft, offer.offerId);
  const heading = say('discard.sure', { offer: title });
  return (
    <Layout title={heading} words={words}>
      <OfferHead offer={offer} title={say('history.of', { title })} current="history" words={words} />
      <section class="card narrow" id="question" aria-labelledby="question-title">
        <h2 id="question-title">{heading}</h2>
        <p>{say('discard.help')}</p>
        <form method="post" action={offerPage(offer, 'discard')}>
          <input type="hidden" name="etag" value={offer.etag} />
          <div class="button-row">
            <button class="danger" type="submit">
              {say('discard.yes')}
            </button>
            <a class="button" href={historyPath(offer)} data-close>
              {say('discard.no')}
            </a>
          </div>
        </form>
      </section>
    </Layout>
  );
};
