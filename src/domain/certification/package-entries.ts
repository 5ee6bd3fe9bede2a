/** One name in a folder or in a zip's directory, before anything of it is believed. */
export type PackageEntry = {
  /** As it is written, relative to the root. */
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'symbolicLink' | 'other';
  /** Unpacked. */
  readonly bytes: number;
  /** As it lies in the zip; in a folder the same as `bytes`. */
  readonly packedBytes: number;
  readonly isEncrypted: boolean;
  /** False where the bytes of the name are neither ASCII nor declared and proved to be UTF-8. */
  readonly isUtf8: boolean;
  /** How a zip packed it: 0 stored, 8 deflated; others cannot be read. */
  readonly method: number;
};

/** What reading a folder or zip ran into. */
export type PackageFault = {
  readonly kind: PackageFaultKind;
  /** Of the entry; null when it is about the whole. */
  readonly name: string | null;
  readonly detail: string;
};

export type PackageFaultKind =
  /** No zip, or one whose directory cannot be read to its end. */
  | 'unreadable'
  /** An entry whose data are not what the directory says. */
  | 'damaged'
  /** Two entries claim the same bytes. */
  | 'overlap'
  /** Reading stopped at `packageLimits`. */
  | 'tooMany'
  | 'tooLarge';
