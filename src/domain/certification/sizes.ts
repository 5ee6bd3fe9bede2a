export const mebibyte = 1024 * 1024;
/**
 * The platform writes GB and counts in GiB, as its disk sizes do: a disk of "1 GB" is 1024 MiB. An image of
 * exactly 1 GiB therefore passes, one of 1023 GiB too.
 */
export const gibibyte = 1024 * mebibyte;
export const sectorBytes = 512;

/** `31.5 GiB`, for findings. */
export function inGibibytes(bytes: number): string {
  return `${Math.round((bytes / gibibyte) * 100) / 100} GiB`;
}
