import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import { kept, type Rule } from '../../rule';

export const linkWords: Rule<ListingFacts> = {
  id: 'listing.link.words',
  severity: 'warning',
  title: 'A link whose words are an address leads to that address',
  rationale:
    'Customers trust the address they read. One that leads to another site is how logins are stolen.',
  policy: '100.11',
  message: {
    en: 'A link in "{field}" shows one site and leads to another: {quote}',
    es: 'Un enlace de «{field}» muestra un sitio y lleva a otro: {quote}',
    ru: 'Ссылка в поле «{field}» показывает один сайт, а ведёт на другой: {quote}',
    zh: '“{field}”中的链接显示一个网站，却指向另一个网站：{quote}',
  },
  fix: {
    en: 'Let both be the same address, or give the link words that are no address.',
    es: 'Use la misma dirección en ambos o dé al enlace un texto que no sea una dirección.',
    ru: 'Сделайте оба адреса одинаковыми или замените текст ссылки обычными словами.',
    zh: '请让两者使用相同的地址，或将链接文字改为非地址的文字。',
  },
  check: ({ links }) =>
    links.flatMap((link) => {
      const shown = addressIn(link.words);
      const real = webUrl(link.url);
      if (shown === undefined || real === undefined || areOneSite(shown, real)) return kept;
      return quoted(link, [`${shown.hostname} -> ${real.hostname}`]);
    }),
};

/** Words that are nothing but an address; a name with a dot ("Node.js") is one only with its scheme or www. */
function addressIn(words: string): URL | undefined {
  const text = words.trim();
  if (/\s/.test(text) || !/^(?:https?:\/\/|www\.)/i.test(text)) return undefined;
  return webUrl(/^www\./i.test(text) ? `https://${text}` : text);
}

/** A subdomain belongs to its site: docs.contoso.com is contoso.com. */
function areOneSite(one: URL, other: URL): boolean {
  const [shorter = '', longer = ''] = [one, other]
    .map(({ hostname }) => hostname.replace(/^www\./, ''))
    .sort((a, b) => a.length - b.length);
  return longer === shorter || longer.endsWith(`.${shorter}`);
}
