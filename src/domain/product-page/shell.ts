/** Nothing in single quotes means anything to a shell; a quote itself is closed, escaped and opened again. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** One command on one line. */
export function command(...parts: readonly string[]): string {
  return parts.join(' ');
}
