import { type JsonPlace, childPlaces, rootPlace, walk } from '../../../../json/json-place';
import { pointerOf } from '../../../../json/json-place';
import type { JsonNode } from '../../../../json/json-tree';
import { membersOf } from '../../../../json/read-json';
import { someNode } from '../../../../json/some-node';
import { positionOf } from '../../../../json/text-position';
import type { PackageFacts } from '../../../package-facts';
import type { Rule } from '../../../rule';

export const duplicateNames: Rule<PackageFacts> = {
  id: 'app.package.duplicate-names',
  severity: 'error',
  title: 'No name stands twice in one JSON object',
  rationale:
    'The last one counts, silently: who reviews the file reads one value, and customers get the other.',
  policy: '300.4',
  message: {
    en: 'The name {member} stands twice in the same object.',
    es: 'El nombre {member} aparece dos veces en el mismo objeto.',
    ru: 'Имя {member} встречается в одном объекте дважды.',
    zh: '同一对象中名称 {member} 出现两次。',
  },
  fix: {
    en: 'Keep one {member} and take the other away.',
    es: 'Conserve un {member} y quite el otro.',
    ru: 'Оставьте одно {member}, а другое уберите.',
    zh: '请保留一个 {member} 并移除另一个。',
  },
  judges: ({ files }) => files.some(({ json }) => json !== null && json.tree !== null),
  check: ({ files }) =>
    files.flatMap(({ path, json }) =>
      json === null || json.tree === null || !someNode(json.tree, hasRepeated)
        ? []
        : walk(rootPlace(json.tree))
            .flatMap(repeated)
            .map((place) => ({
              params: { member: String(place.key) },
              target: { file: path, pointer: pointerOf(place), ...positionOf(json.lineStarts, place.offset) },
            })),
    ),
};

/** Compared one with the other where they are few, which is quicker than to gather them. */
function hasRepeated(node: JsonNode): boolean {
  const members = membersOf(node);
  if (members.length > 16) return new Set(members.map(({ name }) => name)).size < members.length;
  return members.some(({ name }, index) => {
    for (let before = 0; before < index; before += 1) if (members[before]?.name === name) return true;
    return false;
  });
}

/** Members whose name stood in the object before. */
function repeated(place: JsonPlace): readonly JsonPlace[] {
  if (!hasRepeated(place.node)) return [];
  const before = new Set<unknown>();
  return childPlaces(place).filter(({ key }) => before.has(key) || !before.add(key));
}
