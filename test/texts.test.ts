import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languages } from '../src/domain/text/language';

/*
 * Every text for people stands in the sources as `{ en: '...', es: '...', ru: '...', zh: '...' }`: words of pages, mails,
 * labels, findings. They are read from the sources, so that none can be forgotten by not being exported.
 */
const source = join(__dirname, '../src');
const string = String.raw`('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|` + '`[^`]*`' + ')';
const wholeText = new RegExp(
  languages.map((language) => String.raw`\b${language}:\s*(?:\n\s*)?${string}`).join(String.raw`,\s*`),
  'g',
);

type Found = { readonly file: string; readonly words: Readonly<Record<Language, string>> };

/** Names, units and words that other languages have alike. Texts of nothing but params need no entry. */
const alike: readonly string[] = [
  'es API',
  'ru API',
  'zh API',
  'es Cloud Partner Portal',
  'ru Cloud Partner Portal',
  'zh Cloud Partner Portal',
  'es Editor',
  'es Editor: {title}',
  'es Error',
  'es Error:',
  'es JSON',
  'es Marketing',
  'es Marketplace',
  'es No',
  'es Plan',
  'es Portal',
  'es SHA-256',
  'es (plan {plan})',
  'ru JSON',
  'ru Marketplace',
  'ru SHA-256',
  'zh JSON',
  'zh SHA-256',
];

/** Not the English text, and right in Latin letters. */
const inLatin: readonly string[] = ['zh Id', 'zh {done} of {total}', 'zh {count} of {max}'];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, content: withoutComments(readFileSync(join(source, name), 'utf8')) }));

const texts: readonly Found[] = files.flatMap(({ name, content }) =>
  [...content.matchAll(wholeText)].map(([, en = '', es = '', ru = '', zh = '']) => ({
    file: name,
    words: { en: inner(en), es: inner(es), ru: inner(ru), zh: inner(zh) },
  })),
);

function inner(literal: string): string {
  return literal.slice(1, -1);
}

function withoutComments(content: string): string {
  return content.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

const others = languages.filter((language) => language !== 'en');
const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).toSorted();

it('finds the texts: hundreds, and each place that has English has all languages', () => {
  const started = files.flatMap(({ name, content }) =>
    [...content.matchAll(/(?<![\w'.])en:\s*['"`]/g)].map(() => name),
  );

  expect(texts.length).toBeGreaterThan(400);
  expect(countOf(started)).toEqual(countOf(texts.map(({ file }) => file)));
});

it('no text is blank, and none keeps blanks at its ends', () => {
  const bad = texts.filter(({ words }) => languages.some((language) => words[language].trim() === ''));

  expect(bad).toEqual([]);
});

it('each text differs from the English one in every other language, but for the listed ones', () => {
  const same = texts.flatMap(({ words }) =>
    others
      .filter((language) => words[language] === words.en && hasWords(words.en))
      .map((language) => `${language} ${words.en}`),
  );

  expect(same.filter((each) => !alike.includes(each))).toEqual([]);
  expect(alike.filter((each) => !same.includes(each))).toEqual([]);
});

it('each language fills in the same params', () => {
  const uneven = texts.flatMap(({ words }) =>
    others
      .filter((language) => String(placeholders(words[language])) !== String(placeholders(words.en)))
      .map((language) => `${language} ${words.en}`),
  );

  expect(uneven).toEqual([]);
});

it('Russian is written in Cyrillic and Chinese in Chinese characters, wherever there are words', () => {
  const scripts = { ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u } as const;
  const foreign = texts.flatMap(({ words }) =>
    (['ru', 'zh'] as const)
      .filter((language) => hasWords(words.en) && !scripts[language].test(words[language]))
      .map((language) => `${language} ${words.en}`),
  );

  expect(foreign.filter((each) => ![...alike, ...inLatin].includes(each))).toEqual([]);
});

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
}

function countOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
