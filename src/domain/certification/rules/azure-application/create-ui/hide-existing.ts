import { type Control, controlsOfType } from '../../../../create-ui/controls';
import { handedOver } from '../../../../create-ui/handed-over';
import { valueAt } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const hideExisting = createUiRule({
  id: 'app.create-ui.hide-existing',
  aliases: ['HideExisting-Must-Be-Correctly-Handled'],
  severity: 'error',
  title: 'Where customers can choose something they have, the template learns that',
  rationale:
    'A template that is not told makes a second resource of the same name instead of taking the chosen one.',
  message: {
    en: '{control} lets customers choose an existing resource, but no output hands over its {expected}.',
    es: '{control} permite elegir un recurso existente, pero ninguna salida entrega su {expected}.',
    ru: '{control} позволяет выбрать существующий ресурс, но ни одно выходное значение не передаёт его {expected}.',
    zh: '{control} 允许选择现有资源，但没有输出提供其 {expected}。',
  },
  fix: {
    en: 'Add an output for {control}.{expected}, or set options.hideExisting to true.',
    es: 'Añada una salida para {control}.{expected} o ponga options.hideExisting a true.',
    ru: 'Добавьте выходное значение для {control}.{expected} или задайте options.hideExisting значение true.',
    zh: '请为 {control}.{expected} 添加输出，或将 options.hideExisting 设为 true。',
  },
  check: (createUi) => {
    const partsOf = handedOver(createUi);
    return controlsOfType(createUi, ...choosers)
      .filter((control) => !hidesExisting(control))
      .flatMap((control) =>
        missing(partsOf(control).map(({ part }) => part.toLowerCase())).map((expected) => ({
          params: { control: control.name },
          expected,
          target: targetOf(createUi, control.place),
        })),
      );
  },
});

const choosers = [
  'Storage.StorageAccountSelector',
  'Network.PublicIpAddressCombo',
  'Network.VirtualNetworkCombo',
];

const wanted: Readonly<Record<string, readonly string[]>> = {
  resourceGroup: ['resourcegroup'],
  newOrExisting: ['neworexisting', 'neworexistingornone'],
};

/** What is wanted beside these parts; nothing where the whole value is handed over. */
function missing(parts: readonly string[]): readonly string[] {
  if (parts.includes('')) return [];
  return Object.keys(wanted).filter((part) => wanted[part]?.some((name) => parts.includes(name)) !== true);
}

function hidesExisting({ place }: Control): boolean {
  const hidden = valueAt(place.node, 'options', 'hideExisting');
  return (
    (hidden?.kind === 'boolean' || hidden?.kind === 'text') && `${hidden.value}`.toLowerCase() === 'true'
  );
}
