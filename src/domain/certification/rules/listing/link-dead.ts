import { type AnsweredLinks, hasAnswers, type LinkAnswer } from '../../listing/link-answers';
import { quoted } from '../../listing/quoted';
import type { Rule, Violation } from '../../rule';

export const linkDead: Rule<AnsweredLinks> = {
  id: 'listing.link.dead',
  severity: 'error',
  title: 'Links lead to pages that are there',
  rationale:
    'A customer in trouble follows the support link once. What is not there when it is published will not be there then.',
  policy: '100.5',
  limits: {
    en: 'Links are called by offer certify offer --online only, from the machine it runs on; a publication calls none.',
    es: 'Solo offer certify offer --online llama a los enlaces, desde el equipo en que se ejecuta; una publicación no llama a ninguno.',
    ru: 'Ссылки открывает только offer certify offer --online, с той машины, где он запущен; публикация их не открывает.',
    zh: '只有 offer certify offer --online 会从运行它的计算机访问链接；发布过程不访问任何链接。',
  },
  message: {
    en: '"{field}" leads to a page that is not there ({actual}): {quote}',
    es: '«{field}» lleva a una página que no existe ({actual}): {quote}',
    ru: 'Ссылка в поле «{field}» ведёт на несуществующую страницу ({actual}): {quote}',
    zh: '“{field}”指向不存在的页面（{actual}）：{quote}',
  },
  fix: {
    en: 'Open the link in a browser where nobody is signed in, and correct it or put the page there.',
    es: 'Abra el enlace en un navegador sin sesión iniciada y corríjalo o publique la página.',
    ru: 'Откройте ссылку в браузере без входа в систему и исправьте её или создайте страницу.',
    zh: '请在未登录的浏览器中打开该链接，然后更正链接或提供该页面。',
  },
  judges: hasAnswers,
  check: ({ answered }) =>
    answered.flatMap((link) => {
      const fault = faultOf(link.answer);
      return fault === undefined
        ? []
        : quoted(link, [link.url]).map((violation) => ({ ...violation, ...fault }));
    }),
};

/** Gone for good, or perhaps only now. Whoever asks for a login or sends programs away is there. */
function faultOf(answer: LinkAnswer): Pick<Violation, 'actual' | 'severity'> | undefined {
  if (answer.kind === 'silent') {
    const isNoName = answer.reason === 'ENOTFOUND';
    return { actual: answer.reason, ...(isNoName ? {} : { severity: 'warning' }) };
  }
  const { status } = answer;
  if (status === 404 || status === 410) return { actual: `HTTP ${status}` };
  return status >= 500 ? { actual: `HTTP ${status}`, severity: 'warning' } : undefined;
}
