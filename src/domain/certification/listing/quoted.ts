import type { Violation } from '../rule';
import { withoutSecrets } from '../without-secrets';
import type { ListingPlace } from './listing-facts';

/** A violation at a place of the listing, with what is said there: one finding names up to three places of a text. */
export function quoted(place: ListingPlace, quotes: readonly string[]): readonly Violation[] {
  const different = [...new Set(quotes.map(shortened))].filter((quote) => quote !== '');
  if (different.length === 0) return [];
  const quote = different.slice(0, mostQuotes).join(' | ');
  const { field, pointer, plan } = place;
  return [
    {
      params: { field, quote },
      actual: quote,
      target: { pointer, ...(plan === undefined ? {} : { plan }) },
    },
  ];
}

const mostQuotes = 3;
const longestQuote = 60;

/** On one line, and never half a character. */
function shortened(text: string): string {
  const characters = Array.from(withoutSecrets(text).replace(/\s+/g, ' ').trim());
  return characters.length <= longestQuote
    ? characters.join('')
    : `${characters.slice(0, longestQuote - 1).join('')}…`;
}
