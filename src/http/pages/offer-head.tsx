import type { Child, FC } from 'hono/jsx';
import type { OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { termsOf } from '../../domain/publication/terms';
import type { Words } from '../words/words';

/** The pages of one offer, in the order people need them. */
const tabs = ['editor', 'status', 'review', 'history', 'compare'] as const;
/** Of the 2015 portal, which leads from one to the next. */
const stagedTabs = ['editor', 'walkthrough', 'publish', 'status', 'review', 'history', 'compare'] as const;

type OfferHeadProps = {
  readonly offer: OfferKey & { readonly offerType?: OfferTypeId };
  /** What stands as the page's heading. */
  readonly title: string;
  readonly current?: (typeof stagedTabs)[number];
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
      {(termsOf(offer.offerType) === 'staging' ? stagedTabs : tabs).map((tab) => (
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
