import { reachOf } from '../../listing/link-host';
import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import type { Rule } from '../../rule';

export const linkPrivate: Rule<ListingFacts> = {
  id: 'listing.link.private',
  severity: 'error',
  title: 'Links lead where every customer can go',
  rationale:
    'A link to the author’s own machine or network works for its author only. For a customer it leads nowhere, or to a machine of the customer’s own network.',
  policy: '100.5',
  message: {
    en: '"{field}" leads to an address that customers cannot reach by a public name: {quote}',
    es: '«{field}» lleva a una dirección a la que los clientes no llegan con un nombre público: {quote}',
    ru: 'Ссылка в поле «{field}» ведёт на адрес, недоступный клиентам по общедоступному имени: {quote}',
    zh: '“{field}”指向客户无法通过公共名称访问的地址：{quote}',
  },
  fix: {
    en: 'Link to a page on the public internet, by its name.',
    es: 'Enlace a una página de la Internet pública por su nombre.',
    ru: 'Дайте ссылку на страницу в интернете по её имени.',
    zh: '请链接到公共互联网上的页面，并使用其域名。',
  },
  check: ({ links }) =>
    links.flatMap((link) => {
      const url = webUrl(link.url);
      const reach = url === undefined ? 'public' : reachOf(url.hostname);
      if (reach === 'public') return [];
      // An address that everybody can reach still works, until the machine moves.
      const weight = reach === 'address' ? { severity: 'warning' as const } : {};
      return quoted(link, [link.url]).map((violation) => ({ ...violation, ...weight }));
    }),
};
