import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const plainTextMarkup: Rule<ListingFacts> = {
  id: 'listing.text.markup',
  severity: 'warning',
  title: 'HTML stands only in descriptions',
  rationale: 'Titles and summaries are shown letter by letter: customers would read the tags themselves.',
  policy: '100.1',
  message: {
    en: '"{field}" is plain text, and its HTML would be shown as written: {quote}',
    es: '«{field}» es texto sin formato y su HTML se mostraría tal cual: {quote}',
    ru: 'Поле «{field}» — обычный текст, HTML будет показан как есть: {quote}',
    zh: '“{field}”是纯文本，其中的 HTML 会按原样显示：{quote}',
  },
  fix: {
    en: 'Write it without tags and entities.',
    es: 'Escríbalo sin etiquetas ni entidades.',
    ru: 'Напишите текст без тегов и HTML-кодов символов.',
    zh: '请去掉标记和字符实体。',
  },
  check: ({ texts }) =>
    texts
      .filter(({ kind }) => kind === 'title' || kind === 'plain')
      .flatMap((text) =>
        quoted(
          text,
          [...text.written.matchAll(markup)].map(([found]) => found),
        ),
      ),
};

/** Tags people really use: `Map<Key>` and `a < b` are words about programs. */
const markup =
  /<\/?(?:p|br|b|strong|i|em|u|ul|ol|li|h[1-6]|a|div|span|font|img|table|script)(?:\s[^<>]{0,200})?\/?>|&(?:nbsp|amp|lt|gt|quot|apos|#\d{1,6}|#x[0-9a-f]{1,6});/gi;
