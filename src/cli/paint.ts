import { styleText } from 'node:util';
import type { Surroundings } from './surroundings';

type Style = Parameters<typeof styleText>[0];
export type Paint = (style: Style, text: string) => string;

/** Colours for a terminal; plain text everywhere else and when NO_COLOR says so (https://no-color.org). */
export function paintFor({ environment, isTerminal }: Surroundings): Paint {
  const plain = !isTerminal || (environment['NO_COLOR'] ?? '') !== '' || environment['TERM'] === 'dumb';
  // Decided above, for the stream that is really written to.
  return (style, text) => (plain ? text : styleText(style, text, { validateStream: false }));
}

/** Columns as wide as their widest cell; the last is left as it is. */
export function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows.reduce<number[]>(
    (seen, row) => row.map((cell, column) => Math.max(seen[column] ?? 0, cell.length)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
