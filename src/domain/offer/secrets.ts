import type { OfferDocument } from './document';
import { visiblePartOf } from './secret-fields';
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
  const split = mapStrings(document, (text, path) => {
    const visible = visiblePartOf(text, path);
    if (visible === undefined) return text;
    const value = text.slice(visible.length);
    if (value === mask || placeholder.test(value)) return text;
    const id = mint(value);
    secrets.set(id, { id, value });
    return `${visible}{secret:${id}}`;
  });
  return { document: split, secrets: [...secrets.values()] };
}

/** Puts the secrets back. A placeholder that `lookup` does not know stays, and validation reports it. */
export function joinSecrets(
  document: OfferDocument,
  lookup: (id: string) => string | undefined,
): OfferDocument {
  return mapStrings(document, (text) => {
    const found = placeholder.exec(text);
    const value = found?.[1] === undefined ? undefined : lookup(found[1]);
    return value === undefined || found === null ? text : `${text.slice(0, found.index)}${value}`;
  });
}

/** The document as readers get it, from its stored form or from one with secrets in place. */
export function maskSecrets(document: OfferDocument): OfferDocument {
  return mapStrings(document, maskedText);
}

/** One text of a document, by its place, as readers get it. */
export function maskedText(text: string, path: Path): string {
  const found = placeholder.exec(text);
  const visible = found === null ? visiblePartOf(text, path) : text.slice(0, found.index);
  return visible === undefined ? text : `${visible}${mask}`;
}

/**
 * A reader sends the document back: every mask gets the value that `stored` (in either form) has for it.
 * A whole secret is found again at its own place, with plans known by planId and disks by LUN; a URL's query
 * also wherever the same URL stands, and never under another URL. What is not found stays a mask.
 */
export function keepMasked(incoming: OfferDocument, stored: OfferDocument): OfferDocument {
  const known = new Map<string, string>();
  mapStrings(stored, (text, path) => {
    const found = placeholder.exec(text);
    const visible = found === null ? visiblePartOf(text, path) : text.slice(0, found.index);
    if (visible === undefined || text.endsWith(mask)) return text;
    known.set(`${identityOf(stored, path)} ${visible}`, text);
    if (visible !== '') known.set(visible, text);
    return text;
  });
  return mapStrings(incoming, (text, path) => {
    if (!isMasked(text)) return text;
    const visible = text.slice(0, -mask.length);
    const kept = known.get(`${identityOf(incoming, path)} ${visible}`);
    return kept ?? (visible === '' ? undefined : known.get(visible)) ?? text;
  });
}

/** True for a secret of which only the mask or an unknown placeholder is left: it has to be entered again. */
export function isMasked(text: string): boolean {
  return text === mask || text.endsWith(`?${mask}`) || placeholder.test(text);
}

const placeholder = /(?<=^|\?)\{secret:([\w-]+)\}$/;

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
