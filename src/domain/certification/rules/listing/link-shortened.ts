import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import { kept, type Rule } from '../../rule';

export const linkShortened: Rule<ListingFacts> = {
  id: 'listing.link.shortened',
  severity: 'warning',
  title: 'Links show where they lead',
  rationale:
    'A shortened link hides its target, can be pointed elsewhere after the review, and dies with the service that made it.',
  policy: '100.11',
  message: {
    en: '"{field}" has a shortened link: {quote}',
    es: '«{field}» tiene un enlace acortado: {quote}',
    ru: 'В поле «{field}» есть сокращённая ссылка: {quote}',
    zh: '“{field}”中有短链接：{quote}',
  },
  fix: {
    en: 'Put the address it leads to.',
    es: 'Ponga la dirección a la que lleva.',
    ru: 'Укажите адрес, на который она ведёт.',
    zh: '请改为其指向的地址。',
  },
  check: ({ links }) =>
    links.flatMap((link) => {
      const host = webUrl(link.url)?.hostname.replace(/^www\./, '') ?? '';
      return shorteners.has(host) ? quoted(link, [link.url]) : kept;
    }),
};

/** Open to everybody: a company's own short names, such as aka.ms, are its own site. */
const shorteners: ReadonlySet<string> = new Set(
  'bit.ly tinyurl.com t.co goo.gl ow.ly is.gd buff.ly rebrand.ly cutt.ly shorturl.at rb.gy t.ly bl.ink tiny.cc clck.ru u.to t.cn url.cn dwz.cn suo.im'.split(
    ' ',
  ),
);
