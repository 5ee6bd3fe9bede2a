import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const titleEmoji: Rule<ListingFacts> = {
  id: 'listing.title.emoji',
  severity: 'error',
  title: 'Titles have no emoji',
  rationale:
    'Titles stand in lists, bills and mails, on systems that show an empty box instead of the picture, and screen readers read every one aloud.',
  policy: '100.1',
  message: {
    en: '"{field}" has emoji: {quote}',
    es: '«{field}» contiene emojis: {quote}',
    ru: 'В поле «{field}» есть эмодзи: {quote}',
    zh: '“{field}”包含表情符号：{quote}',
  },
  fix: {
    en: 'Use letters, digits and punctuation only.',
    es: 'Use solo letras, cifras y signos de puntuación.',
    ru: 'Используйте только буквы, цифры и знаки препинания.',
    zh: '请仅使用文字、数字和标点符号。',
  },
  check: ({ texts }) =>
    texts
      .filter(({ kind }) => kind === 'title')
      .flatMap((text) =>
        quoted(
          text,
          [...text.read.matchAll(emoji)].map(([found]) => found),
        ),
      ),
};

/** What is drawn as a picture: marks such as ™ and ©, digits and arrows are not, unless they ask to be. */
const emoji =
  /(?:\p{Emoji_Presentation}|(?![©®™])\p{Extended_Pictographic}\uFE0F|[0-9#*]\uFE0F?\u20E3)(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*/gu;
