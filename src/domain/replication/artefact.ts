import type { PageRange } from './page-ranges';

/** What kind of blob an artefact is kept as. Disks are page blobs, everything else block blobs. */
export type ArtefactMedium = 'pageBlob' | 'blockBlob';

/** Certified or to-be-certified bytes in staging, named by their own SHA-256. */
export type Artefact = {
  readonly digest: string;
  readonly bytes: number;
  readonly medium: ArtefactMedium;
  readonly contentType: string;
  /** Where data is; everything else is zero. Only for page blobs. */
  readonly ranges: readonly PageRange[];
  /** Facts the inspectors gathered, by inspector; rules read nothing else. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** Where a source's bytes came from, to recognise it unread: its URL without query, ETag and length. */
export type SourceIdentity = { readonly url: string; readonly etag: string; readonly bytes: number };
