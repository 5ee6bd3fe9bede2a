import type { Change } from '../offer/diff/changes';
import { readableChange } from '../text/change';
import type { FileChange } from './package-files';

/** Nobody reads more; the Compare page shows all. */
const mostLines = 200;
const longestValue = 120;

/** What changed since the version compared with, one line each: boards show them as they are. */
export function changeLines(fields: readonly Change[], files: readonly FileChange[]): readonly string[] {
  const lines = [...files.map(({ kind, name }) => `${name}: ${kind}`), ...fields.map(lineOf)];
  return lines.length <= mostLines
    ? lines
    : [...lines.slice(0, mostLines - 1), `+${lines.length - mostLines + 1}`];
}

function lineOf(change: Change): string {
  const { within, label, before, after, kind } = readableChange(change, 'en');
  const place = [...within, label].join(' › ');
  if (kind === 'reordered') return `${place}: reordered`;
  return `${place}: ${before === null ? '-' : short(before)} → ${after === null ? '-' : short(after)}`;
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longestValue ? line : `${line.slice(0, longestValue)}...`;
}
