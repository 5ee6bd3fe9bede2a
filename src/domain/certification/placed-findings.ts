import { childPlaces, type JsonPlace, rootPlace } from '../json/json-place';
import { positionOf } from '../json/text-position';
import type { Finding } from './finding';
import type { JsonFile } from './package-facts';

/** Findings that point into a file by JSON pointer, with line and column; of what is missing, its parent's. */
export function placedFindings(
  findings: readonly Finding[],
  { tree, lineStarts }: JsonFile,
): readonly Finding[] {
  if (tree === null) return findings;
  const root = rootPlace(tree);
  return findings.map((finding) => {
    const { pointer } = finding.target;
    if (pointer === undefined) return finding;
    const { offset } = nearestPlace(root, pointer);
    return { ...finding, target: { ...finding.target, ...positionOf(lineStarts, offset) } };
  });
}

function nearestPlace(root: JsonPlace, pointer: string): JsonPlace {
  let place = root;
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = childPlaces(place).findLast(({ key }) => String(key) === name);
    if (next === undefined) return place;
    place = next;
  }
  return place;
}
