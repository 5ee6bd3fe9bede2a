import { type Language, languages } from '../domain/text/language';

type Environment = Readonly<Record<string, string | undefined>>;

/** In which language the API's words, labels and findings are shown: `--lang`, else the terminal's, else English. */
export function languageFor(flag: Language | undefined, environment: Environment): Language {
  if (flag !== undefined) return flag;
  // The order that POSIX gives them; an empty one counts as not set.
  const name = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  );
  const primary = /^[a-z]{2}(?![a-z])/i.exec(name ?? '')?.[0].toLowerCase();
  return languages.find((language) => language === primary) ?? 'en';
}
