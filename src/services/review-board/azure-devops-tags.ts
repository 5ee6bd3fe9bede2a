import type { ReviewKey } from '../ports';

const mark = 'offer-publication:';

/** An item's name for us, by which it is found again. Made of characters that tags may have. */
export const tagOf = ({ publicationId, step }: ReviewKey): string => `${mark}${publicationId}/${step}`;

/** On items that wait for nobody any more. */
export const closedTag = 'offer-publication-closed';

export function reviewIn(tags: readonly string[]): ReviewKey | undefined {
  const own = tags.find((tag) => tag.startsWith(mark));
  const [publicationId = '', step = '', ...more] = own?.slice(mark.length).split('/') ?? [];
  return publicationId === '' || step === '' || more.length > 0 ? undefined : { publicationId, step };
}
