import type { ListingFacts } from '../../listing/listing-facts';
import { type PassageLanguage, passageLanguage } from '../../listing/passage-language';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const oneLanguage: Rule<ListingFacts> = {
  id: 'listing.text.language',
  severity: 'warning',
  title: 'A field is written in one language',
  rationale:
    'Customers who do not read the second language cannot tell whether it says something they need; searches and translations of the page stumble over it too.',
  policy: '100.1',
  message: {
    en: '"{field}" seems to be written in more than one language ({languages}): {quote}',
    es: '«{field}» parece escrito en más de un idioma ({languages}): {quote}',
    ru: 'Поле «{field}», похоже, написано на нескольких языках ({languages}): {quote}',
    zh: '“{field}”似乎使用了多种语言（{languages}）：{quote}',
  },
  fix: {
    en: 'Keep one language in each field. Names of products and commands are fine.',
    es: 'Use un solo idioma en cada campo. Los nombres de productos y comandos son correctos.',
    ru: 'Оставьте в каждом поле один язык. Названия продуктов и команд допустимы.',
    zh: '每个字段请只使用一种语言。产品名称和命令除外。',
  },
  check: ({ texts }) =>
    texts.flatMap((text) => {
      // Terms are often given in two languages on purpose.
      if (text.kind === 'terms') return [];
      const found = firstOfEach(text.read);
      if (found.size < 2) return [];
      const languages = [...found.keys()].join(', ');
      return quoted(text, [...found.values()]).map((violation) => ({
        ...violation,
        params: { ...violation.params, languages },
      }));
    }),
};

/** The first passage in each language, sentence by sentence. */
function firstOfEach(text: string): ReadonlyMap<PassageLanguage, string> {
  const found = new Map<PassageLanguage, string>();
  for (const passage of text.split(/\n|(?<=[.!?])\s+|(?<=[。！？])/u)) {
    const language = passageLanguage(passage);
    if (language !== null && !found.has(language)) found.set(language, passage);
  }
  return found;
}
