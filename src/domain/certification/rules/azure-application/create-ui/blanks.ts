import { type JsonPlace, walk } from '../../../../json/json-place';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const createUiBlanks = createUiRule({
  id: 'app.create-ui.blanks',
  aliases: ['CreateUIDefinition-Must-Not-Have-Blanks'],
  severity: 'error',
  marketplaceSeverity: 'warning',
  title: 'Nothing in the form is left empty',
  rationale: 'An empty value is mostly something forgotten: a label without text, a list without choices.',
  message: {
    en: '{member} is empty.',
    es: '{member} está vacío.',
    ru: 'Значение {member} пусто.',
    zh: '{member} 为空。',
  },
  fix: {
    en: 'Fill {member} in, or take it away.',
    es: 'Rellene {member} o quítelo.',
    ru: 'Заполните {member} или уберите его.',
    zh: '请填写 {member}，或将其移除。',
  },
  check: (createUi) =>
    [...walk(createUi.root, isJudged)]
      .filter((place) => place.parent !== null && isJudged(place) && isBlank(place))
      .map((place) => ({
        params: { member: nameOf(place) },
        target: targetOf(createUi, place),
      })),
});

/** Proposals may be nothing, and whatever they are made of. */
const proposals: readonly string[] = ['resources', 'defaultvalue'];
/** The form has to have these, even with nothing in them. */
const obligatory: readonly string[] = ['basics', 'steps'];

const isJudged = (place: JsonPlace): boolean => !isNamed(place, proposals);

const isNamed = ({ key }: JsonPlace, names: readonly string[]): boolean =>
  typeof key === 'string' && names.includes(key.toLowerCase());

function isBlank(place: JsonPlace): boolean {
  const { node } = place;
  switch (node.kind) {
    case 'null':
      return true;
    case 'text':
      return node.value.trim() === '';
    case 'object':
      return node.members.length === 0;
    case 'array':
      return node.items.length === 0 && !isNamed(place, obligatory);
    case 'number':
    case 'boolean':
      return false;
  }
}

/** The nearest name: items of a list have none of their own. */
function nameOf({ key, parent }: JsonPlace): string {
  if (typeof key !== 'number') return key ?? '';
  return parent === null ? `${key}` : `${nameOf(parent)}[${key}]`;
}
