import type { ReviewComment } from '../publication/commands';
import { atMost } from './decision-comments';

/**
 * What reviewers wrote on a board outside, as a decision carries it. `basic/mainTemplate.json:12 Say why` is about that
 * line of that file. `page` is where the rest can be read.
 */
export function boardComments(texts: readonly string[], page: string): readonly ReviewComment[] {
  const comments = texts
    .map((text) => text.trim())
    .filter(Boolean)
    .map(commentOf);
  return atMost(comments, page);
}

function commentOf(text: string): ReviewComment {
  const [, path, line, rest] = /^([\w./@-]{1,300}\.\w{1,20}):(\d{1,8})\s*:?\s+(\S[^]*)$/.exec(text) ?? [];
  return path === undefined || rest === undefined
    ? { message: text }
    : { message: rest, path, line: Number(line) };
}

/** The words of simple HTML, a line for each block. */
export function textOfHtml(html: string): string {
  return html
    .replaceAll(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, characterOf)
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim();
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function characterOf(whole: string, ...[decimal, hex, name]: readonly (string | undefined)[]): string {
  if (name !== undefined) return named[name.toLowerCase()] ?? whole;
  const point = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
}
