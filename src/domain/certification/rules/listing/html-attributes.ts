import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const htmlAttributes: Rule<ListingFacts> = {
  id: 'listing.html.attributes',
  severity: 'warning',
  title: 'Descriptions use no attribute but a link’s address',
  rationale:
    'The product page leaves out colours, sizes and scripts, so that every page can be read everywhere and nothing runs in a customer’s browser: the text looks different from what its author saw.',
  policy: '100.1',
  message: {
    en: '"{field}" uses attributes that the product page leaves out: {quote}',
    es: '«{field}» usa atributos que la página del producto omite: {quote}',
    ru: 'В поле «{field}» есть атрибуты, которые не попадут на страницу продукта: {quote}',
    zh: '“{field}”使用了产品页面会忽略的属性：{quote}',
  },
  fix: {
    en: 'Use plain tags, and no attribute other than the address of a link.',
    es: 'Use etiquetas sencillas y ningún atributo salvo la dirección de un enlace.',
    ru: 'Используйте простые теги без атрибутов, кроме адреса ссылки.',
    zh: '请使用不带属性的简单标记，链接地址除外。',
  },
  check: ({ texts }) =>
    texts.flatMap((text) =>
      quoted(
        text,
        text.attributes.filter((name) => !harmless.includes(name)),
      ),
    ),
};

/** Of no use on the product page, but nobody misses them. */
const harmless: readonly string[] = ['a rel', 'a target', 'a title'];
