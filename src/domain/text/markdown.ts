/**
 * Foreign words inside a line of Markdown: they are read as they are, and neither form, link nor HTML comes of them.
 * Line breaks become blanks, so that no block can begin.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]|~]/g, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/:(?=\/\/)|(?<=www)\./gi, '\\$&');
}
