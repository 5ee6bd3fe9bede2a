import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Language, languages } from '../domain/text/language';

const cookieName = 'offer_lang';

/** The reader's language: what they asked for (`?lang=`, kept in a cookie), else the browser's, else the offer's. */
export function languageOf(context: Context, offers: Language = 'en'): Language {
  return askedLanguage(context) ?? offers;
}

/** The language the request itself asks for, if it does. */
export function askedLanguage(context: Context): Language | undefined {
  const asked = known(context.req.query('lang'));
  if (asked !== undefined) {
    setCookie(context, cookieName, asked, { path: '/', sameSite: 'Lax', maxAge: 365 * 24 * 3600 });
    return asked;
  }
  return known(getCookie(context, cookieName)) ?? preferred(context.req.header('Accept-Language'));
}

/** The first of ours in an Accept-Language header, by weight. */
function preferred(header = ''): Language | undefined {
  return header
    .slice(0, 500)
    .split(',')
    .map((entry) => {
      const [tag = '', weight] = entry.trim().split(/\s*;\s*q=/);
      return { language: known(tag), weight: weight === undefined ? 1 : Number(weight) || 0 };
    })
    .filter(({ language, weight }) => language !== undefined && weight > 0)
    .toSorted((one, other) => other.weight - one.weight)[0]?.language;
}

function known(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split('-')[0];
  return languages.find((language) => language === primary);
}
