import type { FindingFacts } from './finding-facts';

/** Of rules on what an offer says to customers. */
export const listingFacts: FindingFacts = {
  'listing.title.emoji': { field: 'title', quote: '🚀', actual: '🚀' },
  'listing.plan.title-repeated': { field: 'skuTitle', quote: 'Standard', actual: 'Standard' },
  'listing.text.placeholder': { field: 'description', quote: 'Lorem ipsum', actual: 'Lorem ipsum' },
  'listing.text.promise': { field: 'summary', quote: 'Coming soon', actual: 'Coming soon' },
  'listing.text.other-store': { field: 'description', quote: 'AWS Marketplace', actual: 'AWS Marketplace' },
  'listing.text.language': {
    field: 'description',
    quote: 'It starts at once. | Arranca enseguida.',
    languages: 'en, es',
    actual: 'It starts at once. | Arranca enseguida.',
  },
  'listing.text.lookalike': { field: 'title', quote: 'Cоntoso', actual: 'Cоntoso' },
  'listing.text.markup': { field: 'summary', quote: '<b> | </b>', actual: '<b> | </b>' },
  'listing.html.attributes': { field: 'description', quote: 'p style', actual: 'p style' },
  'listing.link.form': { field: 'description', quote: '/start', actual: '/start' },
  'listing.link.unsafe': { field: 'description', quote: 'javascript:x()', actual: 'javascript:x()' },
  'listing.link.private': { field: 'privacyURL', quote: 'https://wiki/', actual: 'https://wiki/' },
  'listing.link.insecure': { field: 'linkUrl', quote: 'http://contoso.com', actual: 'http://contoso.com' },
  'listing.link.placeholder': { field: 'linkUrl', quote: 'https://a.example', actual: 'https://a.example' },
  'listing.link.shortened': { field: 'linkUrl', quote: 'https://bit.ly/1', actual: 'https://bit.ly/1' },
  'listing.link.words': { field: 'description', quote: 'a.com -> b.com', actual: 'a.com -> b.com' },
  'listing.link.dead': { field: 'privacyURL', quote: 'https://contoso.com/no', actual: 'HTTP 404' },
  'listing.video.host': {
    field: 'videos',
    quote: 'https://tube.contoso.com',
    actual: 'https://tube.contoso.com',
  },
  'listing.picture.format': { picture: 'smallLogo', expected: 'PNG | JPEG', actual: 'SVG' },
  'listing.picture.whole': { picture: 'smallLogo' },
  'listing.picture.size': { picture: 'smallLogo', expected: '40x40 | 48x48', actual: '64x64' },
  'listing.picture.ratio': { picture: 'wideLogo', expected: '255x115', actual: '100x100' },
};
