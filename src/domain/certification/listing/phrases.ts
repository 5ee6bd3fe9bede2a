/**
 * Finds phrases in texts of any language. `words` are found as whole words, in any letter case; `anywhere` is for
 * scripts that put no spaces between words. Both are sources of regular expressions without groups that capture.
 */
export function phrases({ words = [], anywhere = [] }: PhraseSources): (text: string) => readonly string[] {
  const sources = [
    ...(words.length === 0 ? [] : [`(?<![\\p{L}\\p{N}_])(?:${words.join('|')})(?![\\p{L}\\p{N}_])`]),
    ...anywhere,
  ];
  const pattern = new RegExp(sources.join('|'), 'giu');
  return (text) => [...text.matchAll(pattern)].map(([found]) => found);
}

type PhraseSources = { readonly words?: readonly string[]; readonly anywhere?: readonly string[] };
