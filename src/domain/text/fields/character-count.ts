/**
 * How many characters people see: an emoji of several code points, or a letter with its accents, is one. Texts beyond
 * 100 000 code units are too long for any field; of those the units are counted.
 */
export function characterCount(text: string): number {
  if (text.length > mostCounted || plainAscii.test(text)) return text.length;
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text)).length;
}

const mostCounted = 100_000;
const plainAscii = /^[ -~]*$/;
