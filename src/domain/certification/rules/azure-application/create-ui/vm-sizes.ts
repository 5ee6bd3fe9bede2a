import { isExpression } from '../../../../arm-template/expression/parse-expression';
import { type Control, controlsOfType } from '../../../../create-ui/controls';
import { handedOver } from '../../../../create-ui/handed-over';
import { itemsOf, textAt, textOf, valueAt } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { createUiTemplateRule } from './create-ui-rule';

export const vmSizes = createUiTemplateRule({
  id: 'app.create-ui.vm-sizes',
  aliases: ['VMSizes-Must-Match-Template'],
  severity: 'error',
  title: 'The size selector is an output, and offers the default size of the template',
  rationale:
    'A size that is chosen but not handed over, or cannot be chosen although it is the default, ends in another machine than the customer pays for.',
  message: {
    en: 'The size selector {control} offers {actual}, the template wants {expected}.',
    es: 'El selector de tamaño {control} ofrece {actual}; la plantilla quiere {expected}.',
    ru: 'Элемент выбора размера {control} предлагает {actual}, а шаблону требуется {expected}.',
    zh: '大小选择器 {control} 提供 {actual}，而模板需要 {expected}。',
  },
  fix: {
    en: 'Hand {control} over in the outputs, and put the default size of the template into constraints.allowedSizes.',
    es: 'Entregue {control} en las salidas y ponga el tamaño predeterminado de la plantilla en constraints.allowedSizes.',
    ru: 'Передайте {control} в outputs и включите размер по умолчанию из шаблона в constraints.allowedSizes.',
    zh: '请在 outputs 中输出 {control}，并将模板的默认大小加入 constraints.allowedSizes。',
  },
  check: (createUi, mainTemplate) => {
    const outputsOf = handedOver(createUi);
    return controlsOfType(createUi, 'Compute.SizeSelector').flatMap((control) => {
      const found = { params: { control: control.name }, target: targetOf(createUi, control.place) };
      const outputs = outputsOf(control);
      if (outputs.length === 0) return [{ ...found, expected: 'outputs', actual: '-' }];
      const sizes = offeredSizes(control);
      return outputs
        .map(({ output }) => textAt(mainTemplate.root.node, 'parameters', output, 'defaultValue') ?? '')
        .filter((size) => sizes.length > 0 && isPlain(size) && !sizes.includes(size.toLowerCase()))
        .map((size) => ({ ...found, expected: size, actual: sizes.join(', ') }));
    });
  },
});

/** In lower case; empty where any size may be chosen. */
function offeredSizes({ place }: Control): readonly string[] {
  const sizes = itemsOf(valueAt(place.node, 'constraints', 'allowedSizes'));
  return sizes.flatMap((size) => textOf(size)?.toLowerCase() ?? []);
}

const isPlain = (size: string): boolean => size !== '' && !isExpression(size);
