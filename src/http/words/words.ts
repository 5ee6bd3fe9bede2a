import type { OfferTypeId } from '../../domain/offer/document';
import { termsOf } from '../../domain/publication/terms';
import { type Language, type Params, type Text, fillText } from '../../domain/text/language';
import { type Word, words } from './all-words';
import { stagingWords } from './staging';

export type Words = {
  readonly language: Language;
  readonly say: (word: Word, params?: Params) => string;
};

/** With an offer's type, in its portal's own words where it has them. */
export function wordsIn(language: Language, offerType?: OfferTypeId | null): Words {
  const own: Readonly<Partial<Record<Word, Text>>> = termsOf(offerType) === 'staging' ? stagingWords : {};
  return { language, say: (word, params = {}) => fillText(own[word] ?? words[word], language, params) };
}
