/** The languages of pages, mails and the CLI. */
export type Language = 'en' | 'es' | 'ru' | 'zh';
export const languages: readonly Language[] = ['en', 'es', 'ru', 'zh'];

/** Values put into a text's `{placeholders}`. Small and plain, because they travel in histories. */
export type Params = Readonly<Record<string, string | number>>;

/** One text in every language, e.g. `{ en: 'Copied to {region}.', ... }`. */
export type Text = Readonly<Record<Language, string>>;

/** A message as it is stored and sent: words are added where it is shown. */
export type Message = { readonly code: string; readonly params: Params };

/** Puts params into one language of a text. */
export function fillText(text: Text, language: Language, params: Params): string {
  return fill(text[language], params);
}

/** An unknown placeholder stays visible, so that it gets noticed. */
export function fill(words: string, params: Params): string {
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
