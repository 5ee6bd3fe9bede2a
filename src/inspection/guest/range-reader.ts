/** The bytes of a disk, wherever it is, by range. */
export type RangeReader = {
  readonly bytes: number;
  /** Exactly these bytes; the range lies inside the disk. Answers or throws: nobody else ends the wait. */
  readonly read: (offset: number, length: number, signal: AbortSignal) => Promise<Buffer>;
};
