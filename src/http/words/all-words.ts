import type { Text } from '../../domain/text/language';
import { accessWords } from './access';
import { actionWords } from './actions';
import { allPagesWords } from './all-pages';
import { apiReferenceWords } from './api-reference';
import { docsWords } from './docs';
import { editorWords } from './editor';
import { editorFlowWords } from './editor-flows';
import { frameWords } from './frame';
import { historyWords } from './history';
import { offerWords } from './offers';
import { productWords } from './product';
import { reviewWords } from './review';
import { reviewDecisionWords } from './review-decision';
import { sasHelperWords } from './sas-helper';
import { stagedPageWords } from './staged-pages';
import { statusWords } from './status';
import { supportWords } from './support';

/** Everything pages say around the content. Words of steps, messages and findings come from `domain/text`. */
export const words = {
  ...allPagesWords,
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
  ...apiReferenceWords,
  ...editorWords,
  ...editorFlowWords,
  ...sasHelperWords,
  ...stagedPageWords,
} satisfies Record<string, Text>;

export type Word = keyof typeof words;
