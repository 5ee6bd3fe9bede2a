/**
 * JSON text that PostgreSQL takes. NUL characters and halves of surrogate pairs, which it refuses, become U+FFFD:
 * texts come from strangers, and one such character must not keep a publication's log from being written.
 */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(refusedEscape, '$1\uFFFD');
}

/** The same for a text column. */
export function toText(text: string): string {
  return Buffer.from(text).toString().replaceAll('\0', '\uFFFD');
}

/** `JSON.stringify` escapes exactly these; an even number of backslashes before it are a text's own. */
const refusedEscape = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;
