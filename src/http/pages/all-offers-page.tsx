import type { FC } from 'hono/jsx';
import { statusLabel } from '../../domain/text/labels';
import { timeText } from '../../domain/text/quantity';
import type { OfferRecord } from '../../services/ports';
import { statusPath } from '../offer-key';
import { titleOf } from '../offer-title';
import type { Words } from '../words/words';
import { Layout } from './layout';

type AllOffersPageProps = { readonly offers: readonly OfferRecord[]; readonly words: Words };

/** Every offer with its newest status in the right-hand column; the status leads to its publication. */
export const AllOffersPage: FC<AllOffersPageProps> = ({ offers, words }) => {
  const { say, language } = words;
  return (
    <Layout title={say('allOffers')} words={words} live>
      <h1>{say('allOffers')}</h1>
      <div id="offers" data-live>
        {offers.length === 0 ? (
          <p>{say('noOffers')}</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">{say('offer')}</th>
                <th scope="col">{say('title')}</th>
                <th scope="col">{say('changed')}</th>
                <th scope="col" class="right">
                  {say('status')}
                </th>
              </tr>
            </thead>
            <tbody>
              {offers.map((offer) => (
                <tr>
                  <th scope="row">
                    {offer.publisherId}/{offer.offerId}
                  </th>
                  <td data-label={say('title')}>{titleOf(offer)}</td>
                  <td data-label={say('changed')}>
                    <time datetime={offer.changedAt}>{timeText(offer.changedAt, language)}</time>
                  </td>
                  <td class="right" data-label={say('status')}>
                    <a href={statusPath(offer)}>{statusLabel(offer.status, language)}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </Layout>
  );
};
