import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const lookalikeLetters: Rule<ListingFacts> = {
  id: 'listing.text.lookalike',
  severity: 'warning',
  title: 'No word mixes letters that only look alike',
  rationale:
    'A word with a Cyrillic letter among Latin ones looks right and is another word: searches do not find it, and it is how names of others are imitated.',
  policy: '100.11',
  message: {
    en: '"{field}" has words that mix Latin and Cyrillic letters: {quote}',
    es: '«{field}» tiene palabras que mezclan letras latinas y cirílicas: {quote}',
    ru: 'В поле «{field}» есть слова, где смешаны латинские и кириллические буквы: {quote}',
    zh: '“{field}”中有混用拉丁字母和西里尔字母的单词：{quote}',
  },
  fix: {
    en: 'Type these words again on one keyboard layout.',
    es: 'Escriba de nuevo esas palabras con una sola distribución de teclado.',
    ru: 'Наберите эти слова заново в одной раскладке клавиатуры.',
    zh: '请使用同一种键盘布局重新输入这些单词。',
  },
  check: ({ texts }) => texts.flatMap((text) => quoted(text, wordsOf(text.read).filter(isDisguised))),
};

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}]+/gu) ?? [];

/**
 * A disguise is a word of which every letter of one of the two alphabets could be taken for one of the other. How
 * people decline foreign names ("VMки", "Windowsа", "ITшник") is none.
 */
function isDisguised(word: string): boolean {
  const [latin, cyrillic] = [word.match(/\p{Script=Latin}/gu), word.match(/\p{Script=Cyrillic}/gu)];
  if (latin === null || cyrillic === null || declined.test(word)) return false;
  return (
    latin.every((letter) => latinLookalikes.includes(letter)) ||
    cyrillic.every((letter) => cyrillicLookalikes.includes(letter))
  );
}

const declined = /^(?:[A-Z]{2,}[а-яё]+|[A-Za-z]{3,}[а-яё]{1,2})$/;
const latinLookalikes = 'ABCEHIJKMOPSTXYaceijopsxy';
const cyrillicLookalikes = 'АВСЕНІЈКМОРЅТХУасеіјорѕху';
