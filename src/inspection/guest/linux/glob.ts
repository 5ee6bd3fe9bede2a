import type { GuestFiles } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';

const mostPaths = 10_000;

/** The paths that a pattern of glob(7) stands for, in order; `*`, `?` and `[...]` may be in any part of it. */
export async function pathsMatching(files: GuestFiles, pattern: string): Promise<readonly string[]> {
  let found: readonly string[] = [''];
  for (const part of pattern.split('/').filter((each) => each !== '')) {
    const next: string[] = [];
    for (const folder of found) {
      next.push(...(await partsMatching(files, folder, part)));
      if (next.length > mostPaths) throw new GuestUnreadable('tooMuch', `${mostPaths} files to include`);
    }
    found = next;
  }
  const there: string[] = [];
  for (const path of found) if ((await files.look(path)) !== undefined) there.push(path);
  return there.sort();
}

async function partsMatching(files: GuestFiles, folder: string, part: string): Promise<readonly string[]> {
  if (!/[*?[]/.test(part)) return [`${folder}/${part}`];
  const names = await files.list(folder || '/');
  const isMatch = globMatcher(part);
  return names.filter(isMatch).map((name) => `${folder}/${name}`);
}

/**
 * No regular expression: the pattern is the image's, and could be made to take for ever. Here each star but the last is
 * settled once, so it takes at most as many steps as name and pattern multiplied.
 */
function globMatcher(pattern: string): (name: string) => boolean {
  const tokens = tokensOf(pattern);
  // No name is longer than 255 letters.
  if (tokens.length > 512) return () => false;
  return (name) => (name.startsWith('.') && !pattern.startsWith('.') ? false : isMatch(name, tokens));
}

function isMatch(name: string, tokens: readonly Token[]): boolean {
  let [at, token] = [0, 0];
  let retry: { readonly at: number; readonly token: number } | undefined;
  while (at < name.length) {
    const wanted = tokens[token];
    if (wanted === '*') retry = { at, token: (token += 1) };
    else if (typeof wanted === 'function' && wanted(name[at] ?? '')) [at, token] = [at + 1, token + 1];
    else if (retry === undefined) return false;
    else {
      retry = { at: retry.at + 1, token: retry.token };
      ({ at, token } = retry);
    }
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

type Token = '*' | ((letter: string) => boolean);

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const letter = pattern[at] ?? '';
    // A `]` right behind the bracket is one of the letters.
    const end = letter === '[' ? pattern.indexOf(']', at + (/[!^]/.test(pattern[at + 1] ?? '') ? 3 : 2)) : -1;
    if (letter === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (letter === '?') tokens.push(() => true);
    else if (end > 0) {
      tokens.push(oneOf(pattern.slice(at + 1, end)));
      at = end;
    } else {
      const own = letter === '\\' ? (pattern[(at += 1)] ?? '\\') : letter;
      tokens.push((other) => other === own);
    }
  }
  return tokens;
}

/** `a-z_` or, with `!` in front, all but these. */
function oneOf(letters: string): (letter: string) => boolean {
  const isOther = /^[!^]/.test(letters);
  const ranges = [...letters.slice(isOther ? 1 : 0).matchAll(/([^])(?:-([^]))?/g)];
  return (letter) => ranges.some(([, from = '', to = from]) => letter >= from && letter <= to) !== isOther;
}
