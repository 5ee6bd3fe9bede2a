/** One line of sshd_config, as sshd itself takes it apart. */
export type SshdLine = {
  /** Lower case: its case does not count. */
  readonly keyword: string;
  readonly values: readonly string[];
};

/**
 * Keyword and values: parted by blanks or one `=`, in quotes where a value holds blanks, up to a `#` that begins a value.
 * Undefined for lines that say nothing.
 */
export function readSshdLine(text: string): SshdLine | undefined {
  const [whole, quoted, plain] = /^\s*(?:"([A-Za-z]+)"|([A-Za-z]+)(?=[\s="]|$))\s*(?:=\s*)?/.exec(text) ?? [];
  const keyword = quoted ?? plain;
  if (whole === undefined || keyword === undefined) return undefined;
  return { keyword: keyword.toLowerCase(), values: valuesIn(text.slice(whole.length)) };
}

/** A quotation mark may stand anywhere in a value, and a backslash keeps its next mark as it is. */
function valuesIn(text: string): readonly string[] {
  const values: string[] = [];
  let value: string | undefined;
  let mark = '';
  for (let index = 0; index < text.length; index++) {
    const letter = text[index] ?? '';
    const next = text[index + 1] ?? '';
    if (value === undefined && letter === '#') break;
    if (letter === '\\' && /["'\\]/.test(next)) {
      value = `${value ?? ''}${next}`;
      index += 1;
    } else if (mark === '' ? letter === '"' || letter === "'" : letter === mark) {
      mark = mark === '' ? letter : '';
      value ??= '';
    } else if (mark === '' && /\s/.test(letter)) {
      if (value !== undefined) values.push(value);
      value = undefined;
    } else value = `${value ?? ''}${letter}`;
  }
  return value === undefined ? values : [...values, value];
}
