/** What a mistake of ours in a release looks like to Temporal: its task fails, and is tried again for ever. */
export function publication(): Promise<never> {
  throw new TypeError('a mistake of ours');
}
