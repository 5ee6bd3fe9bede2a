/**
 * Whether an error is of the disk or service the bytes lie on, and says nothing about them: it must not become a finding.
 * What the zip library and the decompressor complain of are plain errors.
 */
export function isFromOutside(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return true;
  return 'syscall' in error || !plainErrors.includes(error.constructor.name);
}

/** By name: a test's own realm has classes of its own. */
const plainErrors: readonly string[] = ['Error', 'RangeError', 'TypeError'];
