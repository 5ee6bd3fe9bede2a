/** A language that a longer passage can be told to be in, by its code in ISO 639. */
export type PassageLanguage = 'zh' | 'ja' | 'ko' | 'ru' | 'uk' | (typeof latin)[number]['language'];

/**
 * The language of a passage of at least eight words, or thirty characters where words are not told apart; null when it
 * cannot be told. Names of products and commands in Latin letters belong to every language.
 */
export function passageLanguage(passage: string): PassageLanguage | null {
  const count = (letters: RegExp): number => passage.match(letters)?.length ?? 0;
  if (count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) >= 10) return 'ja';
  if (count(/\p{Script=Hangul}/gu) >= leastCharacters) return 'ko';
  const han = count(/\p{Script=Han}/gu);
  if (han >= leastCharacters) return 'zh';
  const words = passage.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  const cyrillic = words.filter((word) => /^\p{Script=Cyrillic}+$/u.test(word)).length;
  if (cyrillic >= leastWords) return /[іїєґ]/i.test(passage) ? 'uk' : 'ru';
  return han > 0 || cyrillic > 0 || words.length < leastWords ? null : latinLanguage(words);
}

/** Three of its commonest words, and twice as many as of any other. */
function latinLanguage(words: readonly string[]): PassageLanguage | null {
  const [best, next] = latin
    .map(({ language, common }) => ({ language, found: countOf(words, common) }))
    .sort((one, other) => other.found - one.found);
  const isClear = best !== undefined && best.found >= 3 && best.found >= 2 * (next?.found ?? 0);
  return isClear ? best.language : null;
}

const leastCharacters = 30;
const leastWords = 8;

/** How many different ones of a language's commonest words. */
function countOf(words: readonly string[], common: ReadonlySet<string>): number {
  return new Set(words.filter((word) => common.has(word))).size;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words that few sentences do without, and that the other languages here do not have. */
const latin = [
  {
    language: 'en',
    common: set('the and of to with for your is are that this from you it by on or not be can as at its'),
  },
  {
    language: 'es',
    common: set('el los las que con para una por del su sus como más sin es se al lo este esta sobre y'),
  },
  {
    language: 'fr',
    common: set('le les et des pour avec une vous votre dans est sur qui ce cette sont au aux nous ou'),
  },
  {
    language: 'de',
    common: set('der die das und mit für ist nicht ein eine sie auf den dem von zu im auch wird sich oder'),
  },
  {
    language: 'pt',
    common: set('os uma para com não seu sua mais você são ao pelo pela dos das em um ou também e'),
  },
  {
    language: 'it',
    common: set('il gli di che per con una sono della del nel più non è anche tuo alla dei su le'),
  },
] as const satisfies readonly { readonly language: string; readonly common: ReadonlySet<string> }[];
