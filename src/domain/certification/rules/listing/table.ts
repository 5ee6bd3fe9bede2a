import type { ListingFacts } from '../../listing/listing-facts';
import type { AnsweredLinks } from '../../listing/link-answers';
import type { ListedPictures } from '../../listing/picture-facts';
import type { Rule } from '../../rule';
import { htmlAttributes } from './html-attributes';
import { linkDead } from './link-dead';
import { linkForm } from './link-form';
import { linkInsecure } from './link-insecure';
import { linkPlaceholder } from './link-placeholder';
import { linkPrivate } from './link-private';
import { linkShortened } from './link-shortened';
import { linkUnsafe } from './link-unsafe';
import { linkWords } from './link-words';
import { lookalikeLetters } from './lookalike-letters';
import { oneLanguage } from './one-language';
import { otherStore } from './other-store';
import { pictureFormat } from './picture-format';
import { pictureRatio } from './picture-ratio';
import { pictureSize } from './picture-size';
import { pictureWhole } from './picture-whole';
import { placeholderText } from './placeholder-text';
import { plainTextMarkup } from './plain-text-markup';
import { planTitle } from './plan-title';
import { promise } from './promise';
import { titleEmoji } from './title-emoji';
import { videoHost } from './video-host';

/** On what an offer says to customers: at validation, in the Editor and offline. */
export const listingRules: readonly Rule<ListingFacts>[] = [
  titleEmoji,
  planTitle,
  placeholderText,
  promise,
  otherStore,
  oneLanguage,
  lookalikeLetters,
  plainTextMarkup,
  htmlAttributes,
  linkForm,
  linkUnsafe,
  linkPrivate,
  linkInsecure,
  linkPlaceholder,
  linkShortened,
  linkWords,
  videoHost,
];

/** On its pictures, where they can be had: when the product page is packaged, and offline. */
export const pictureRules: readonly Rule<ListedPictures>[] = [
  pictureFormat,
  pictureWhole,
  pictureSize,
  pictureRatio,
];

/** On what its links answer, where they may be called: offline commands are asked to. */
export const linkAnswerRules: readonly Rule<AnsweredLinks>[] = [linkDead];
