import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import { kept, type Rule } from '../../rule';
import { runsSomething } from './link-unsafe';

/** Of links in texts; the form of a field that is a link is checked with the field. */
export const linkForm: Rule<ListingFacts> = {
  id: 'listing.link.form',
  severity: 'warning',
  title: 'Links in texts are whole web addresses',
  rationale:
    'The page stands on the marketplace’s site: an address without a host, or of another kind, leads nowhere from there, and the product page leaves it out.',
  policy: '100.5',
  message: {
    en: 'A link in "{field}" is no whole web address, so the product page leaves it out: {quote}',
    es: 'Un enlace de «{field}» no es una dirección web completa y la página del producto lo omite: {quote}',
    ru: 'Ссылка в поле «{field}» — не полный веб-адрес, на странице продукта её не будет: {quote}',
    zh: '“{field}”中的链接不是完整的网址，产品页面会将其忽略：{quote}',
  },
  fix: {
    en: 'Write the whole address, from https:// on.',
    es: 'Escriba la dirección completa, desde https://.',
    ru: 'Укажите полный адрес, начиная с https://.',
    zh: '请写出以 https:// 开头的完整地址。',
  },
  check: ({ links }) =>
    links.flatMap((link) => {
      const isFine = !link.isInText || webUrl(link.url) !== undefined || runsSomething(link.url);
      return isFine ? kept : quoted(link, [link.url === '' ? 'href=""' : link.url]);
    }),
};
