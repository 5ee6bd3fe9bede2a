export type ReadHtml = {
  /** The words alone, one paragraph a line. */
  readonly read: string;
  readonly links: readonly { readonly url: string; readonly words: string }[];
  /** Attributes other than a link's address, as `tag name`, each once. */
  readonly attributes: readonly string[];
};

/**
 * Reads simple markup for what it says. It judges texts and makes nothing safe: what is shown goes through the
 * sanitiser. Takes time in proportion to the text, whatever the text is.
 */
export function readHtml(html: string): ReadHtml {
  const text = html.replace(comment, '');
  const tags = [...text.matchAll(tag)];
  return {
    read: plain(text),
    links: tags.flatMap(([whole, name = '', rest = ''], index) => {
      const url = name.toLowerCase() === 'a' ? hrefIn(rest) : undefined;
      if (url === undefined) return [];
      const begin = (tags[index]?.index ?? 0) + whole.length;
      const end = tags.slice(index + 1, index + 20).find(([, other]) => other?.toLowerCase() === 'a');
      return [{ url: decoded(url).trim(), words: plain(text.slice(begin, end?.index ?? begin)) }];
    }),
    attributes: [
      ...new Set(
        tags.flatMap(([, name = '', rest = '']) =>
          [...rest.matchAll(attribute)].map(([, key = '']) => `${name} ${key}`.toLowerCase()),
        ),
      ),
    ].filter((found) => found !== 'a href'),
  };
}

const comment = /<!--[^]*?(?:-->|$)/g;
const tag = /<\/?([a-z][a-z0-9-]{0,30})\b([^<>]*)>/gi;
const attribute = /([a-z][a-z0-9-]{0,30})\s{0,9}=\s{0,9}(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi;
const blocks = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|th)\b[^<>]*>/gi;

function hrefIn(rest: string): string | undefined {
  const [, doubled, single, bare] =
    /(?:^|\s)href\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(rest) ?? [];
  return doubled ?? single ?? bare;
}

function plain(html: string): string {
  const paragraphs = html.replace(/\s+/g, ' ').replace(blocks, '\n').replace(tag, '');
  const lines = decoded(paragraphs).split('\n');
  return lines
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

function decoded(text: string): string {
  return text
    .replace(/&#(x[0-9a-f]{1,6}|\d{1,7});/gi, (whole, code: string) => {
      const point = Number(code.toLowerCase().startsWith('x') ? `0${code}` : code);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    })
    .replace(/&(nbsp|lt|gt|quot|apos|amp);/gi, (_whole, name: string) => entities[name.toLowerCase()] ?? '');
}

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};
