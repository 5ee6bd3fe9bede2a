import type { UploadKind } from '../../domain/offer/field-schemas';
import type { UploadFault } from '../../domain/offer/upload-file';

/** A file on its way to us; `content` is read once and never held whole. */
export type Upload = {
  readonly publisherId: string;
  readonly kind: UploadKind;
  readonly name: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Its exact length where the sender said so. */
  readonly bytes?: number;
  /** What it cannot be longer than; a disk needs this or its length. */
  readonly atMost?: number;
};

export type StoredUpload = {
  readonly kind: 'stored';
  /** A SAS URL that passes certification's rules. Secret: never log or store it but in an offer. */
  readonly url: string;
  /** SHA-256 of the content, hex. */
  readonly digest: string;
  readonly bytes: number;
};

export type UploadAnswer = StoredUpload | { readonly kind: 'refused'; readonly fault: UploadFault };

/** The publishers' containers. */
export type Uploads = {
  /**
   * Stores the content under a name that holds its digest: repeated, it gives the same address, and nothing that an
   * offer points to is ever written over. A broken upload leaves nothing that counts.
   */
  store: (upload: Upload, signal?: AbortSignal) => Promise<UploadAnswer>;
};
