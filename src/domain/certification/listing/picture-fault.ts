import type { Violation } from '../rule';
import type { ListedPicture, ListedPictures } from './picture-facts';

type Fault = Pick<Violation, 'expected' | 'actual' | 'severity'>;

/** One violation for every picture in which something is found. */
export function faultsOf(
  { pictures }: ListedPictures,
  find: (listed: ListedPicture) => Fault | undefined,
): readonly Violation[] {
  return pictures.flatMap((listed) => {
    const fault = find(listed);
    if (fault === undefined) return [];
    return [{ ...fault, params: { picture: listed.role }, target: { pointer: listed.pointer } }];
  });
}
