import { type Control, controlsOf, isOfType } from '../../../../create-ui/controls';
import { placeOf } from '../../../../json/json-place';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const tooltips = createUiRule({
  id: 'app.create-ui.tooltips',
  aliases: ['Tooltips-Should-Be-Present'],
  severity: 'error',
  title: 'Controls explain themselves',
  rationale: 'The tool tip is the only place in the portal where customers learn what a field is for.',
  message: {
    en: 'The control {control} ({actual}) has no tool tip.',
    es: 'El control {control} ({actual}) no tiene información sobre herramientas (toolTip).',
    ru: 'У элемента управления {control} ({actual}) нет подсказки (toolTip).',
    zh: '控件 {control} ({actual}) 没有工具提示 (toolTip)。',
  },
  fix: {
    en: 'Add a toolTip to {control}.',
    es: 'Añada un toolTip a {control}.',
    ru: 'Добавьте toolTip для {control}.',
    zh: '请为 {control} 添加 toolTip。',
  },
  check: (createUi) =>
    controlsOf(createUi)
      .filter((control) => !isOfType(control, ...withoutTooltip) && !hasTooltip(control))
      .map(({ name, type, place }) => ({
        params: { control: name },
        actual: type,
        target: targetOf(createUi, place),
      })),
});

const withoutTooltip = [
  'Common.InfoBox',
  'Common.Section',
  'Common.TextBlock',
  'Common.EditableGrid',
  'Solutions.ArmApiControl',
  'Solutions.GraphApiControl',
  'Solutions.JitConfigurator',
];

/** A text, or one for each part of a compound control. */
function hasTooltip({ place }: Control): boolean {
  const node = placeOf(place, 'toolTip')?.node;
  if (node?.kind === 'text') return node.value.trim() !== '';
  return node?.kind === 'object' && node.members.length > 0;
}
