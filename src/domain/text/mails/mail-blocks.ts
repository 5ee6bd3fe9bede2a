/** What mails are built of. Each block knows how it looks as plain text and as HTML, and nothing of offers. */
export type Block =
  | { readonly kind: 'paragraph' | 'heading' | 'command' | 'note'; readonly text: string }
  /** A person's own words, in as many lines as they wrote. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly uri: string }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] };

export type ListItem = { readonly text: string; readonly details?: readonly string[]; readonly uri?: string };

export function blocksToText(blocks: readonly Block[]): string {
  return `${blocks.map(textOf).join('\n\n')}\n`;
}

/** A whole HTML document: readable without styles, in light and dark mode, with nothing loaded from elsewhere. */
export function blocksToHtml(blocks: readonly Block[], page: { title: string; language: string }): string {
  return [
    `<!doctype html><html lang="${escapeHtml(page.language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(page.title)}</title></head>`,
    '<body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:42em;margin:1em auto;padding:0 1em">',
    ...blocks.map(htmlOf),
    '</body></html>',
  ].join('\n');
}

/** Without line breaks, control characters and changes of direction: strangers' words cannot pass for ours. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}

/** Makes a text safe between tags and inside quoted attributes. */
export function escapeHtml(text: string): string {
  return oneLine(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return oneLine(block.text);
    case 'heading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'command':
      return `    ${block.text}`;
    case 'quote':
      return linesOf(block.text)
        .map((line) => `> ${line}`)
        .join('\n');
    case 'link':
      return `${oneLine(block.text)}: ${oneLine(block.uri)}`;
    case 'list':
      return block.items.map(textOfItem).join('\n');
  }
}

function textOfItem({ text, details = [], uri }: ListItem, index: number): string {
  const lines = [...details, ...(uri === undefined ? [] : [uri])];
  return [`${index + 1}. ${oneLine(text)}`, ...lines.map((line) => `   ${oneLine(line)}`)].join('\n');
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'note':
      return `<hr><p><small>${escapeHtml(block.text)}</small></p>`;
    case 'heading':
      return `<h2 style="font-size:1.1em">${escapeHtml(block.text)}</h2>`;
    case 'command':
      return `<pre><code>${escapeHtml(block.text)}</code></pre>`;
    case 'quote':
      return `<blockquote>${linesOf(block.text).map(escapeHtml).join('<br>')}</blockquote>`;
    case 'link':
      return `<p>${anchor(block.text, block.uri)}</p>`;
    case 'list':
      return `<ol>\n${block.items.map(htmlOfItem).join('\n')}\n</ol>`;
  }
}

function htmlOfItem({ text, details = [], uri }: ListItem): string {
  const words = uri === undefined ? escapeHtml(text) : anchor(text, uri);
  return `<li>${[words, ...details.map(escapeHtml)].join('<br>')}</li>`;
}

const linesOf = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\r\n|[\r\n]/)
    .map(oneLine);

/** Only web addresses become links; anything else a publisher might have entered stays text. */
function anchor(text: string, uri: string): string {
  if (!/^https?:\/\//i.test(uri)) return `${escapeHtml(text)}: ${escapeHtml(uri)}`;
  return `<a href="${escapeHtml(uri)}">${escapeHtml(text)}</a>`;
}
