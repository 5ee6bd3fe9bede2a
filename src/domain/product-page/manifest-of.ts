import type { CertifiedArtefact, Manifest, ProductPage } from './product-page';

/** The manifest of a page. Entries are sorted and named once, so that the same content is the same manifest. */
export function manifestOf(
  page: ProductPage,
  pageDigest: string,
  content: Pick<Manifest, 'regions' | 'artefacts' | 'images'>,
): Manifest {
  return {
    schema: 'offer-manifest/1',
    publisherId: page.publisherId,
    offerId: page.offerId,
    regions: [...new Set(content.regions)].sort(),
    artefacts: byDigest(content.artefacts),
    images: byDigest(content.images),
    pageDigest,
  };
}

function byDigest<T extends Pick<CertifiedArtefact, 'digest'>>(entries: readonly T[]): readonly T[] {
  const unique = new Map(entries.map((entry) => [entry.digest, entry]));
  return [...unique.values()].sort((one, other) => (one.digest < other.digest ? -1 : 1));
}
