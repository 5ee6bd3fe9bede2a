import sanitizeHtml from 'sanitize-html';
import { simpleTags } from '../../domain/offer/simple-markup';
import type { HtmlSanitizer } from '../ports';

const longestInput = 64 * 1024;

/** An allow-list of simple markup: everything else loses its tags, scripts and the like their content too. */
export function createHtmlSanitizer(): HtmlSanitizer {
  return {
    sanitize: (html) => {
      const bytes = Buffer.byteLength(html);
      if (bytes > longestInput) return { kind: 'tooLong', bytes };
      return { kind: 'clean', html: sanitizeHtml(html, simpleMarkup) };
    },
  };
}

const simpleMarkup: sanitizeHtml.IOptions = {
  allowedTags: [...simpleTags],
  allowedAttributes: { a: ['href', 'rel'] },
  allowedSchemes: ['https'],
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'option', 'noscript', 'iframe', 'xmp', 'noembed', 'title'],
  nestingLimit: 32,
  // A link keeps its target only when it leads to a web page; whoever it leads to learns and may do nothing.
  transformTags: { a: (_tag, { href }) => (isWebPage(href) ? link(href) : { tagName: 'span', attribs: {} }) },
};

function isWebPage(href: string | undefined): href is string {
  if (href === undefined || !URL.canParse(href)) return false;
  const { protocol, username, password } = new URL(href);
  return protocol === 'https:' && username === '' && password === '';
}

function link(href: string): sanitizeHtml.Tag {
  return { tagName: 'a', attribs: { href: new URL(href).href, rel: 'nofollow noopener noreferrer' } };
}
