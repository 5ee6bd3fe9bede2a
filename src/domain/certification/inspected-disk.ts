import type { ImageFacts } from './image-facts-schema';

/** A disk from outside, and what was found inside it that says how to read the outside. */
export type InspectedDisk = ImageFacts & {
  /** Number of the partition in which the root of a Linux system was found; absent where there is none to be read. */
  readonly linuxRoot?: number;
};
