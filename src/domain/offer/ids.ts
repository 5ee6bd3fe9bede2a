/** What publisher and offer ids look like: lower case, digits, `-` and `_`, 1 to 50 characters. */
export const idPattern = /^[a-z0-9][a-z0-9_-]{0,49}$/;

/** Names one offer of one publisher. */
export type OfferKey = { readonly publisherId: string; readonly offerId: string };

/**
 * The Temporal workflow id of an offer's publications. One id per offer is what makes
 * "at most one running publication per offer" true by construction.
 */
export function workflowIdOf({ publisherId, offerId }: OfferKey): string {
  return `publication.${publisherId}.${offerId}`;
}

/** The inverse of {@link workflowIdOf}; `undefined` when the id is not a publication's. Ids hold no dots. */
export function offerKeyOf(workflowId: string): OfferKey | undefined {
  const [prefix, publisherId, offerId, ...rest] = workflowId.split('.');
  if (prefix !== 'publication' || rest.length > 0) return undefined;
  if (!isId(publisherId) || !isId(offerId)) return undefined;
  return { publisherId, offerId };
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && idPattern.test(value);
}
