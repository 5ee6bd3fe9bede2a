import { type AnsweredLink, publicLinks } from '../../domain/certification/listing/link-answers';
import { listingFactsOf } from '../../domain/certification/listing/listing-facts';
import type { OfferDocument } from '../../domain/offer/document';
import type { Called } from '../../inspection/web/call-address';
import { inTurns } from '../../inspection/web/in-turns';

const atOnce = 8;

/** Every link of a document that customers can follow, with what its address answers; each address is called once. */
export async function answeredLinks(
  document: OfferDocument,
  call: (url: string) => Promise<Called>,
): Promise<readonly AnsweredLink[]> {
  const links = publicLinks(listingFactsOf(document));
  const urls = [...new Set(links.map(({ url }) => url))];
  const called = await inTurns(urls, atOnce, call);
  const answers = new Map(urls.map((url, index) => [url, called[index]?.answer]));
  return links.flatMap((link) => {
    const answer = answers.get(link.url);
    return answer === undefined ? [] : [{ ...link, answer }];
  });
}
