import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import type { Rule } from '../../rule';

export const linkInsecure: Rule<ListingFacts> = {
  id: 'listing.link.insecure',
  severity: 'warning',
  title: 'Links are https',
  rationale:
    'What comes over http can be read and changed on its way: support and privacy pages ask for personal data, and browsers warn of them.',
  policy: '100.11',
  message: {
    en: '"{field}" has a link that is not https: {quote}',
    es: '«{field}» tiene un enlace que no es https: {quote}',
    ru: 'В поле «{field}» есть ссылка не на https: {quote}',
    zh: '“{field}”中有非 https 链接：{quote}',
  },
  fix: {
    en: 'Put https:// before it, and see that the page opens.',
    es: 'Ponga https:// delante y compruebe que la página se abre.',
    ru: 'Замените начало на https:// и проверьте, что страница открывается.',
    zh: '请改为以 https:// 开头，并确认页面可以打开。',
  },
  check: ({ links }) =>
    links.flatMap((link) => (/^http:\/\//i.test(link.url) ? quoted(link, [link.url]) : [])),
};
