import type { RangeReader } from '../guest/range-reader';
import type { Pass } from './pass-once';

/** An image that can be read whole and by range. */
export type OpenedImage = {
  /** Of the file; a fixed VHD's disk is 512 bytes smaller. */
  readonly bytes: number;
  readonly pass: Pick<Pass, 'pieces' | 'read' | 'largest' | 'held'>;
  readonly ranges: RangeReader;
  readonly close: () => Promise<void>;
};
