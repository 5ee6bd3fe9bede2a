import type { ImageFacts } from './image-facts-schema';

/** Whether the bytes are the disk itself: only then do sectors of the file mean sectors of the disk. */
export function isFixedDisk({ footer, footerCopyAtStart }: ImageFacts): boolean {
  return footer?.diskType === 2 && !footerCopyAtStart;
}

/** Whether there is a footer to judge. */
export function hasFooter({ footer }: ImageFacts): boolean {
  return footer !== null;
}

/** Whether the footer says so: fields that have one meaning in fixed disks can then be judged. */
export function saysFixed({ footer }: ImageFacts): boolean {
  return footer?.diskType === 2;
}
