import type { OfferTypeId } from '../../domain/offer/document';
import { termsOf } from '../../domain/publication/terms';
import { type Language, type Params, type Text, fillText } from '../../domain/text/language';
import { accessWords } from './access';
import { commonWords } from './common';
import { docsWords } from './docs';
import { editorWords } from './editor';
import { editorFlowWords } from './editor-flows';
import { sasHelperWords } from './sas-helper';
import { frameWords } from './frame';
import { historyWords } from './history';
import { offerWords } from './offers';
import { productWords } from './product';
import { actionWords } from './actions';
import { reviewWords } from './review';
import { reviewDecisionWords } from './review-decision';
import { stagedPageWords } from './staged-pages';
import { stagingWords } from './staging';
import { statusWords } from './status';
import { supportWords } from './support';

/** Everything pages say around the content. Words of steps, messages and findings come from `domain/text`. */
const words = {
  ...commonWords,
  ...accessWords,
  ...frameWords,
  ...statusWords,
  ...actionWords,
  ...offerWords,
  ...historyWords,
  ...productWords,
  ...supportWords,
  ...reviewWords,
  ...reviewDecisionWords,
  ...docsWords,
  ...editorWords,
  ...editorFlowWords,
  ...sasHelperWords,
  ...stagedPageWords,
} satisfies Record<string, Text>;

export type Word = keyof typeof words;
export type Words = {
  readonly language: Language;
  readonly say: (word: Word, params?: Params) => string;
};

/** With an offer's type, in its portal's own words where it has them. */
export function wordsIn(language: Language, offerType?: OfferTypeId | null): Words {
  const own: Readonly<Partial<Record<Word, Text>>> = termsOf(offerType) === 'staging' ? stagingWords : {};
  return { language, say: (word, params = {}) => fillText(own[word] ?? words[word], language, params) };
}
