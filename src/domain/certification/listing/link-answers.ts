import { reachOf } from './link-host';
import type { ListingFacts, ListingLink } from './listing-facts';
import { webUrl } from './web-url';

/** What came of calling an address: a status of HTTP, or why nobody answered (`ENOTFOUND`, `timeout`). */
export type LinkAnswer =
  | { readonly kind: 'answered'; readonly status: number }
  | { readonly kind: 'silent'; readonly reason: string };

export type AnsweredLink = ListingLink & { readonly answer: LinkAnswer };
export type AnsweredLinks = { readonly answered: readonly AnsweredLink[] };

/** Links that customers can follow; others have findings of their own, and are called by nobody. */
export function publicLinks({ links }: ListingFacts): readonly ListingLink[] {
  return links.filter((link) => {
    const url = webUrl(link.url);
    return url !== undefined && reachOf(url.hostname) === 'public' && url.username + url.password === '';
  });
}

/** Where not one address answers, it is more likely that this machine has no network. */
export function hasAnswers({ answered }: AnsweredLinks): boolean {
  return answered.some(({ answer }) => answer.kind === 'answered');
}
