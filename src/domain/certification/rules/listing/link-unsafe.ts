import type { ListingFacts } from '../../listing/listing-facts';
import { quoted } from '../../listing/quoted';
import { webUrl } from '../../listing/web-url';
import type { Rule } from '../../rule';

export const linkUnsafe: Rule<ListingFacts> = {
  id: 'listing.link.unsafe',
  severity: 'error',
  title: 'No link runs a program or carries a password',
  rationale:
    'Such links act in the name of whoever clicks, open files on the customer’s machine, or tell every reader a password.',
  policy: '100.11',
  message: {
    en: 'A link in "{field}" would run something or carries a password: {quote}',
    es: 'Un enlace de «{field}» ejecutaría algo o contiene una contraseña: {quote}',
    ru: 'Ссылка в поле «{field}» запускает код или содержит пароль: {quote}',
    zh: '“{field}”中的链接会运行程序或包含密码：{quote}',
  },
  fix: {
    en: 'Link to a plain web page. Where a password stood in a link, change that password.',
    es: 'Enlace a una página web normal. Si el enlace contenía una contraseña, cámbiela.',
    ru: 'Дайте ссылку на обычную веб-страницу. Если в ссылке был пароль, смените его.',
    zh: '请链接到普通网页。如果链接中曾包含密码，请更改该密码。',
  },
  check: ({ links }) =>
    links.flatMap((link) => {
      const url = webUrl(link.url);
      if (url === undefined) return runsSomething(link.url) ? quoted(link, [link.url]) : [];
      const hasCredentials = url.username !== '' || url.password !== '';
      return hasCredentials ? quoted(link, [`${url.protocol}//***@${url.host}${url.pathname}`]) : [];
    }),
};

/** Browsers skip white space and control characters in a scheme; so does this. */
export function runsSomething(text: string): boolean {
  return /^(?:javascript|vbscript|data|file|blob):/i.test(text.replace(/[\s\p{Cc}]+/gu, ''));
}
