/** Readable over the telephone: `REVIEW-000012`. */
export const reviewNumberOf = (ordinal: bigint): string => `REVIEW-${ordinal.toString().padStart(6, '0')}`;

/** Undefined for what is no such number: the list begins at its beginning. */
export function ordinalOf(reviewNumber: string): bigint | undefined {
  const digits = /^REVIEW-(\d{6,18})$/.exec(reviewNumber)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}
