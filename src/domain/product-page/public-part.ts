import type { OfferDocument } from '../offer/document';
import { privatePlansOf } from '../offer/private-plans';
import { digestsOf, type Manifest, type ProductPage } from './product-page';

type Content = { readonly page: ProductPage; readonly manifest: Manifest };

/**
 * What everybody may see of a package: neither its private plans nor what they alone are made of. The version's document
 * says which those are, not the package: so packages of earlier releases keep them back too.
 */
export function publicPart<C extends Content>(content: C, document: OfferDocument): C {
  const { page, manifest } = content;
  const ids = privatePlansOf(document);
  const plans = page.plans.filter(({ planId }) => !ids.has(planId));
  const shown = new Set(plans.flatMap(digestsOf));
  const keptBack = new Set(page.plans.flatMap(digestsOf).filter((digest) => !shown.has(digest)));
  const artefacts = manifest.artefacts.filter(({ digest }) => !keptBack.has(digest));
  return { ...content, page: { ...page, plans }, manifest: { ...manifest, artefacts } };
}
