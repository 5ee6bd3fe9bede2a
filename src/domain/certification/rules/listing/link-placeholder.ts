import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import { kept, type Rule } from '../../rule';

export const linkPlaceholder: Rule<ListingFacts> = {
  id: 'listing.link.placeholder',
  severity: 'warning',
  title: 'No link leads to an example',
  rationale:
    'Some names are reserved for examples and belong to nobody: a customer who needs support or the privacy statement finds nothing there.',
  policy: '100.5',
  message: {
    en: '"{field}" leads to a name that is kept for examples: {quote}',
    es: '«{field}» lleva a un nombre reservado para ejemplos: {quote}',
    ru: 'Ссылка в поле «{field}» ведёт на имя, зарезервированное для примеров: {quote}',
    zh: '“{field}”指向保留作示例用途的域名：{quote}',
  },
  fix: {
    en: 'Put the address of your own page.',
    es: 'Ponga la dirección de su propia página.',
    ru: 'Укажите адрес своей страницы.',
    zh: '请填写您自己的页面地址。',
  },
  check: ({ links }) =>
    links.flatMap((link) =>
      reserved.test(webUrl(link.url)?.hostname ?? '') ? quoted(link, [link.url]) : kept,
    ),
};

/** RFC 2606 and what people type instead. */
const reserved =
  /(?:^|\.)(?:example\.(?:com|net|org)|(?:your|my)-?(?:company|domain|site|website)\.(?:com|net|org)|[^.]+\.(?:example|test|invalid))\.?$/;
