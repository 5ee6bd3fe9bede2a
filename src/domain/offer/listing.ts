import type { OfferDocument } from './document';
import { valueAt } from './pointer';

const longestTitle = 200;
const longestNameKey = 80;
const longestWord = 20;
const longestPart = 4;
const mostEntries = 400;
const mostSearched = 8;

/** What people call an offer; a draft may have no title yet, then its id has to do. */
export function offerTitle(document: OfferDocument, offerId: string): string {
  const named = [
    valueAt(document, '/definition/offer/microsoft-azure-marketplace.title'),
    valueAt(document, '/definition/displayText'),
  ];
  const title = named.find((name) => typeof name === 'string' && name.trim() !== '');
  return typeof title === 'string' ? title.trim().slice(0, longestTitle) : offerId;
}

/** Puts titles in order, letter case and accents aside; compared code point by code point on every machine. */
export function nameKeyOf(title: string): string {
  const letters = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return Array.from(letters.replace(/[\p{C}\p{Z}]+/gu, ' ').trim())
    .slice(0, longestNameKey)
    .join('');
}

/**
 * Everything that a search for one word may ask for: beginnings of words, so that an index of whole entries answers it
 * at once; in scripts that put no spaces between words, any few characters in a row.
 */
export function searchEntries(...texts: readonly string[]): readonly string[] {
  const entries = texts
    .flatMap(runsOf)
    .flatMap((run) => (isUnspaced(run) ? partsOf(run, longestPart) : beginningsOf(run)));
  return [...new Set(entries)].slice(0, mostEntries);
}

/** The entries an offer must have, all of them, to be found. */
export function searchedEntries(text: string): readonly string[] {
  const entries = runsOf(text).flatMap((run) => (isUnspaced(run) ? gramsOf(run) : [cut(run)]));
  return [...new Set(entries)].slice(0, mostSearched);
}

const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}';
const anyRun = new RegExp(`[${unspaced}]+|(?:(?![${unspaced}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
const unspacedRun = new RegExp(`^[${unspaced}]+$`, 'u');

const runsOf = (text: string): readonly string[] => text.normalize('NFKC').toLowerCase().match(anyRun) ?? [];
const isUnspaced = (run: string): boolean => unspacedRun.test(run);
const cut = (word: string): string => Array.from(word).slice(0, longestWord).join('');

function beginningsOf(word: string): readonly string[] {
  const characters = Array.from(cut(word));
  return characters.map((_, index) => characters.slice(0, index + 1).join(''));
}

function partsOf(run: string, longest: number): readonly string[] {
  const characters = Array.from(run);
  return characters.flatMap((_, start) =>
    characters
      .slice(start, start + longest)
      .map((__, end) => characters.slice(start, start + end + 1).join('')),
  );
}

/** A long run is asked for piece by piece. */
function gramsOf(run: string): readonly string[] {
  const characters = Array.from(run);
  if (characters.length <= longestPart) return [run];
  return characters
    .slice(longestPart - 1)
    .map((_, start) => characters.slice(start, start + longestPart).join(''));
}
