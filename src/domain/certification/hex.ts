/** `0x00010000`: a 32-bit field as its format's documentation writes it. */
export function hex(value: number): string {
  return `0x${value.toString(16).padStart(8, '0')}`;
}
