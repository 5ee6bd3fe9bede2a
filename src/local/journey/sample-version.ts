import { artefactsOf } from '../../domain/offer/artefacts';
import type { OfferDocument } from '../../domain/offer/document';

/**
 * The version that the sample is published as. What was live once keeps its file's address; where the storage had to
 * move to another port, the same file is a new version.
 * @param live what customers see, if anything
 * @param url where the file is now, without a query
 */
export function sampleVersion(live: OfferDocument | undefined, url: string): string {
  const newest = live && artefactsOf(live).at(-1);
  if (newest === undefined) return '1.0.0';
  const [, version = ''] = newest.artefactId.split('/');
  return newest.url.split('?')[0] === url ? version : next(version);
}

function next(version: string): string {
  const [major, minor, patch] = version.split('.');
  return `${major}.${minor}.${Number(patch) + 1}`;
}
