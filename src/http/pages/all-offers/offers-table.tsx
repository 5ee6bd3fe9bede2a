import type { FC } from 'hono/jsx';
import { situationLabel } from '../../../domain/text/labels';
import { timeText } from '../../../domain/text/quantity';
import type { OfferListing, OfferOrder } from '../../../services/ports';
import { offerPage, statusPath } from '../../offers/offer-key';
import type { Word } from '../../words/all-words';
import type { Words } from '../../words/words';
import { Sign, toneOfSituation } from '../badge';
import { type AllOffersProps, type AllOffersView, listHref } from './view';

/** One row an offer; the heads of the columns sort. */
export const OffersTable: FC<AllOffersProps> = ({ view, words }) => {
  const { say } = words;
  const showsPublisher = view.ownPublisher === null;
  return (
    <div class="table-scroll">
      <table>
        <thead>
          <tr>
            <SortHead view={view} words={words} order="name" word="offer" />
            {showsPublisher && <th scope="col">{say('list.publisher')}</th>}
            <th scope="col">{say('list.type')}</th>
            <SortHead view={view} words={words} order="changed" word="list.lastChange" />
            <SortHead view={view} words={words} order="status" word="status" />
          </tr>
        </thead>
        <tbody>
          {view.page.offers.map((offer) => (
            <Row offer={offer} showsPublisher={showsPublisher} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
};

type HeadProps = {
  readonly view: AllOffersView;
  readonly words: Words;
  readonly order: OfferOrder;
  readonly word: Word;
};

/** A click on the order that is shown already turns it round. */
const SortHead: FC<HeadProps> = ({ view, words, order, word }) => {
  const { sort } = view.asked;
  const isShown = sort.replace('-', '') === order;
  const natural = order === 'changed' ? '-changed' : order;
  const turned = sort.startsWith('-') ? order : `-${order}`;
  const column = words.say(word);
  return (
    <th
      scope="col"
      class={order === 'status' ? 'right' : undefined}
      aria-sort={isShown ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}
    >
      <a
        href={listHref(view, { sort: isShown ? turned : natural })}
        title={words.say('list.sortBy', { column })}
      >
        {column}
      </a>
    </th>
  );
};

type RowProps = { readonly offer: OfferListing; readonly showsPublisher: boolean; readonly words: Words };

const Row: FC<RowProps> = ({ offer, showsPublisher, words: { say, language } }) => (
  <tr>
    <th scope="row">
      <a href={offerPage(offer, 'editor')}>{offer.title}</a>
      <br />
      <span class="quiet">{offer.offerId}</span>
    </th>
    {showsPublisher && <td data-label={say('list.publisher')}>{offer.publisherId}</td>}
    <td data-label={say('list.type')}>{say(`offerType.${offer.offerType}`)}</td>
    <td data-label={say('list.lastChange')}>
      <time datetime={offer.changedAt}>{timeText(offer.changedAt, language)}</time>
    </td>
    <td class="right" data-label={say('status')}>
      <a class={`badge ${toneOfSituation[offer.situation]}`} href={statusPath(offer)}>
        <Sign tone={toneOfSituation[offer.situation]} />
        <span>{situationLabel(offer.situation, language, offer.offerType)}</span>
      </a>
    </td>
  </tr>
);
