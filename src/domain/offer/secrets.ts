import type { OfferDocument } from './document';
import { secretSpans, secretWords, type Span } from './secret-fields';
import { asObject, mapStrings, type Path } from './walk';

/** What readers see in a secret's place, e.g. `https://host/vhds/web.vhd?********`. */
export const mask = '********';

export type Secret = { readonly id: string; readonly value: string };

/**
 * Takes the secrets out of a document: each is replaced by `{secret:<id>}`, e.g.
 * `https://host/vhds/web.vhd?{secret:7f3c}`. Placeholders and masks already in it stay as they are.
 * `mint` makes an id (letters, digits, `-`, `_`); deriving it from the value keeps unchanged documents equal.
 */
export function splitSecrets(
  document: OfferDocument,
  mint: (value: string) => string,
): { readonly document: OfferDocument; readonly secrets: readonly Secret[] } {
  const secrets = new Map<string, Secret>();
  const split = mapStrings(document, (text, path) =>
    replaceSpans(text, secretSpans(text, path), (value) => {
      if (value === mask || placeholder.test(value)) return value;
      const id = mint(value);
      secrets.set(id, { id, value });
      return `{secret:${id}}`;
    }),
  );
  return { document: split, secrets: [...secrets.values()] };
}

/** Puts the secrets back. A placeholder that `lookup` does not know stays, and validation reports it. */
export function joinSecrets(
  document: OfferDocument,
  lookup: (id: string) => string | undefined,
): OfferDocument {
  return mapStrings(document, (text) =>
    text.replace(placeholders, (whole, id: string) => lookup(id) ?? whole),
  );
}

/** The document as readers get it, from its stored form or from one with secrets in place. */
export function maskSecrets(document: OfferDocument): OfferDocument {
  return mapStrings(document, maskedText);
}

/** One text of a document, by its place, as readers get it. */
export function maskedText(text: string, path: Path): string {
  return replaceSpans(text, secretSpans(text, path), () => mask).replace(placeholders, mask);
}

/** Running text of nobody knows where, with a mask in place of the signatures, keys and passwords in its words. */
export function maskedWords(text: string): string {
  return replaceSpans(text, secretWords(text), () => mask).replace(placeholders, mask);
}

function replaceSpans(text: string, spans: readonly Span[], replace: (value: string) => string): string {
  let [replaced, end] = ['', 0];
  for (const span of spans) {
    replaced += text.slice(end, span.start) + replace(text.slice(span.start, span.end));
    ({ end } = span);
  }
  return replaced + text.slice(end);
}

/**
 * A reader sends the document back: every mask gets the value that `stored` (in either form) has for it.
 * A masked text is found again at its own place, with plans known by planId and disks by LUN; a URL's query
 * also wherever the same URL stands, and never under another URL. What is not found stays a mask.
 */
export function keepMasked(incoming: OfferDocument, stored: OfferDocument): OfferDocument {
  const known = new Map<string, string>();
  mapStrings(stored, (text, path) => {
    const masked = maskedText(text, path);
    if (masked === text) return text;
    known.set(`${identityOf(stored, path)} ${masked}`, text);
    const url = maskedUrl.exec(masked)?.[0];
    if (url !== undefined) known.set(url, text.trim());
    return text;
  });
  return mapStrings(incoming, (text, path) => {
    if (!isMasked(text)) return text;
    const kept = known.get(`${identityOf(incoming, path)} ${text}`);
    return kept ?? text.replace(maskedUrl, (url) => known.get(url) ?? url);
  });
}

/** True for a secret of which only the mask or an unknown placeholder is left: it has to be entered again. */
export function isMasked(text: string): boolean {
  return maskLeft.test(text) || text.search(placeholders) >= 0;
}

/** Nothing but one URL whose query is masked. */
const maskedUrl = /(?<=^\s*)https?:\/\/[^\s?#"'<>]*\?\*{8}(?=\s*$)/i;
/** Where a part of a text is hidden: after `?`, `://` or `=` (which may be encoded), to the end of a word or `@`. */
const maskLeft = /^\*{8}$|(?<=[?=/;d])\*{8}(?=$|[\s"'<>@])/i;
const placeholder = /^\{secret:[\w-]+\}$/;
const placeholders = /(?<=^|[?=/;d])\{secret:([\w-]+)\}(?=$|[\s"'<>@])/gi;

/** A path that survives reordering: an array's elements go by their own name where they have one. */
function identityOf(document: OfferDocument, path: Path): string {
  let value: unknown = document;
  const names = path.map((segment) => {
    value = (value as Readonly<Record<string | number, unknown>>)[segment];
    const element = typeof segment === 'number' ? asObject(value) : undefined;
    return element?.['planId'] ?? element?.['lun'] ?? segment;
  });
  return JSON.stringify(names);
}
