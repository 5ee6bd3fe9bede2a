import type { FC } from 'hono/jsx';
import { isId } from '../../../domain/offer/ids';
import { historyPath } from '../history/view';
import { Layout } from '../layout';
import { FilterBar } from './filter-bar';
import { NoOffers } from './no-offers';
import { OffersTable } from './offers-table';
import { SituationLinks } from './situation-links';
import { type AllOffersProps, isFiltered, listHref } from './view';

/** Every offer with its newest status in the right-hand column; the status leads to its publication. */
export const AllOffersPage: FC<AllOffersProps> = ({ view, words }) => {
  const { say } = words;
  const isEmpty = view.page.offers.length === 0 && view.asked.cursor === undefined;
  return (
    <Layout title={say('allOffers')} words={words} current="allOffers" query={view.query} live>
      <div class="page-head">
        <h1>{say('allOffers')}</h1>
        <div class="button-row">
          <PublisherHistoryLink view={view} words={words} />
          <NewOffer view={view} words={words} />
        </div>
      </div>
      {(!isEmpty || isFiltered(view)) && <FilterBar view={view} words={words} />}
      <div id="offers" data-live>
        {(!isEmpty || isFiltered(view)) && <SituationLinks view={view} words={words} />}
        {isEmpty ? <NoOffers view={view} words={words} /> : <OffersTable view={view} words={words} />}
        <Pages view={view} words={words} />
      </div>
    </Layout>
  );
};

/** Of the publisher whose offers are shown; where everybody's are, nobody in particular is meant. */
const PublisherHistoryLink: FC<AllOffersProps> = ({ view, words: { say } }) => {
  const publisher = view.ownPublisher ?? view.asked.publisher;
  if (!view.mayManage || !isId(publisher)) return null;
  return <a href={historyPath({ publisherId: publisher, offerId: '' })}>{say('history.ofPublisher')}</a>;
};

const NewOffer: FC<AllOffersProps> = ({ view, words: { say } }) => {
  if (!view.mayEdit) return null;
  const publisher = view.ownPublisher ?? view.asked.publisher;
  if (isId(publisher)) {
    return (
      <a class="button main" href={`/publishers/${publisher}/offers/new`}>
        {say('list.newOffer')}
      </a>
    );
  }
  return (
    <details class="new-offer">
      <summary class="button main">{say('list.newOffer')}</summary>
      <form action="/offers/new" method="get">
        <label for="new-publisher">{say('list.newOfferFor')}</label>
        <input
          id="new-publisher"
          name="publisher"
          required
          maxlength={50}
          pattern="[A-Za-z0-9][A-Za-z0-9_\-]*"
        />
        <button type="submit">{say('list.newOffer')}</button>
      </form>
    </details>
  );
};

const Pages: FC<AllOffersProps> = ({ view, words: { say } }) => {
  const { next, previous } = view.page;
  if (next === null && previous === null) return null;
  return (
    <nav class="pages" aria-label={say('list.pages')}>
      {previous === null ? (
        <span />
      ) : (
        <span class="button-row">
          <a href={listHref(view, {})}>{say('list.firstPage')}</a>
          <a class="button" rel="prev" href={listHref(view, { cursor: previous })}>
            {say('list.previousPage')}
          </a>
        </span>
      )}
      {next !== null && (
        <a class="button" rel="next" href={listHref(view, { cursor: next })}>
          {say('list.nextPage')}
        </a>
      )}
    </nav>
  );
};
