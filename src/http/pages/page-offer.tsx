import type { Context } from 'hono';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { languageOf } from '../language';
import { offerKeyIn } from '../offers/offer-key';
import { wordsIn } from '../words/words';
import { NoticePage } from './notice-page';

/** Runs `show` for the offer the address names; without one, a page that says so. */
export function forPageOffer(
  { catalogue }: AppDeps,
  show: (context: Context, offer: OfferRecord) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const key = offerKeyIn(context);
    const offer = key === undefined ? undefined : await catalogue.offers.find(key);
    return offer === undefined ? notFoundPage(context) : show(context, offer);
  };
}

export async function notFoundPage(context: Context): Promise<Response> {
  const link = { href: '/', text: 'allOffers' } as const;
  const words = wordsIn(languageOf(context));
  return context.html(<NoticePage words={words} title="notFound" help="notFoundHelp" link={link} />, 404);
}
