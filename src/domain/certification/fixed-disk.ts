import type { ImageFacts } from './image-facts-schema';

/** Whether the bytes are the disk itself: only then do sectors of the file mean sectors of the disk. */
export function isFixedDisk({ footer, footerCopyAtStart }: ImageFacts): boolean {
  return footer?.diskType === 2 && !footerCopyAtStart;
}
