import type { Child, FC } from 'hono/jsx';
import type { OfferKey } from '../../domain/offer/ids';
import type { Words } from '../words/words';

/** The pages of one offer, in the order people need them. */
const tabs = ['editor', 'status', 'history', 'compare'] as const;

type OfferHeadProps = {
  readonly offer: OfferKey;
  /** What stands as the page's heading. */
  readonly title: string;
  readonly current?: (typeof tabs)[number];
  readonly words: Words;
  /** What can be done at once, beside the title. */
  readonly children?: Child;
};

/** The head of every page about one offer: where we are, and the way to its other pages. */
export const OfferHead: FC<OfferHeadProps> = ({ offer, title, current, words, children }) => (
  <>
    <nav class="crumbs" aria-label={words.say('allOffers')}>
      <a href="/">{words.say('allOffers')}</a>{' '}
      <span class="quiet">
        / {offer.publisherId}/{offer.offerId}
      </span>
    </nav>
    <div class="page-head">
      <h1>{title}</h1>
      {children}
    </div>
    <nav class="tabs" aria-label={words.say('offerPages')}>
      {tabs.map((tab) => (
        <a
          href={`/publishers/${offer.publisherId}/offers/${offer.offerId}/${tab}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {words.say(`tab.${tab}`)}
        </a>
      ))}
    </nav>
  </>
);
