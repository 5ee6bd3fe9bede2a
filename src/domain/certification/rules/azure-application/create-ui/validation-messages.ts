import { controlsOf } from '../../../../create-ui/controls';

import { childPlaces, placeAt } from '../../../../json/json-place';
import { textAt } from '../../../../json/read-json';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const validationMessages = createUiRule({
  id: 'app.create-ui.validation-messages',
  aliases: ['Validations-Must-Have-Message'],
  severity: 'error',
  title: 'Every validation says what is wrong',
  rationale: 'Without a message customers see a red frame and have to guess.',
  message: {
    en: 'A validation of the control {control} has no message.',
    es: 'Una validación del control {control} no tiene mensaje.',
    ru: 'У одной из проверок элемента управления {control} нет сообщения.',
    zh: '控件 {control} 的某项验证没有消息。',
  },
  fix: {
    en: 'Add a message to each of constraints.validations of {control}.',
    es: 'Añada un message a cada elemento de constraints.validations de {control}.',
    ru: 'Добавьте message в каждый элемент constraints.validations для {control}.',
    zh: '请为 {control} 的每个 constraints.validations 添加 message。',
  },
  check: (createUi) =>
    controlsOf(createUi).flatMap(({ name, place }) =>
      childPlaces(placeAt(place, 'constraints', 'validations'))
        .filter(({ node }) => (textAt(node, 'message') ?? '').trim() === '')
        .map((validation) => ({ params: { control: name }, target: targetOf(createUi, validation) })),
    ),
});
