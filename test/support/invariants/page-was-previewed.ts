import type { OfferKey } from '../../../src/domain/offer/ids';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { contentOf, previewOf, productPaths, shownAt } from './shown-pages';

/** Customers see of everything that is live the page and the manifest that its preview shows (I3). */
export const pageWasPreviewed: Invariant = async (system) => {
  const found: string[] = [];
  for (const offer of await system.catalogue.offers.list()) {
    const slots = await system.catalogue.offers.slots(offer);
    const [preview, live] = ['Preview', 'Production'].map((name) => slots.find(({ slot }) => slot === name));
    if (live === undefined) continue;
    // The next version's preview is another page, and is nothing to the live one.
    if (preview === undefined || preview.publicationId === live.publicationId)
      found.push(...(await differences(system, offer)));
  }
  return found;
};

async function differences(system: RealSystem, offer: OfferKey): Promise<readonly string[]> {
  const name = `${offer.publisherId}/${offer.offerId}`;
  const preview = await previewOf(system, offer);
  if (preview === undefined) return [`I3 ${name}: is live and has no preview to compare with`];
  const found: string[] = [];
  for (const path of await productPaths(system, offer)) {
    for (const part of ['', '/manifest.json']) {
      const before = await shownAt(system, `${preview.path}${part}${preview.query}`);
      const now = await shownAt(system, `${path}${part}`);
      if (before.status !== 200 || now.status !== 200)
        found.push(`I3 ${path}${part} answers ${now.status}, its preview ${before.status}`);
      else
        found.push(
          ...difference(`${path}${part}`, contentOf(now.text, path), contentOf(before.text, preview.path)),
        );
    }
  }
  return found;
}

/** Shows the first place. */
function difference(name: string, now: string, before: string): readonly string[] {
  if (now === before) return [];
  let at = 0;
  while (now[at] === before[at]) at += 1;
  const [here, there] = [now, before].map((text) => text.slice(Math.max(at - 40, 0), at + 40));
  return [`I3 ${name} differs from its preview: "${here}" instead of "${there}"`];
}
