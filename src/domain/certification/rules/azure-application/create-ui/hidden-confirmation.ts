import { controlsOfType } from '../../../../create-ui/controls';

import { placeAt } from '../../../../json/json-place';
import type { JsonNode } from '../../../../json/json-tree';
import { targetOf } from '../../../package-facts';
import { createUiRule } from './create-ui-rule';

export const hiddenConfirmation = createUiRule({
  id: 'app.create-ui.hidden-confirmation',
  aliases: ['Credential-Confirmation-Should-Not-Be-Hidden'],
  severity: 'error',
  title: 'Passwords are typed twice',
  rationale: 'A slip of the finger locks customers out of the machine they have just paid for.',
  message: {
    en: 'The control {control} does not ask for the password twice.',
    es: 'El control {control} no pide la contraseña dos veces.',
    ru: 'Элемент управления {control} не просит ввести пароль дважды.',
    zh: '控件 {control} 未要求再次输入密码。',
  },
  fix: {
    en: 'Set options.hideConfirmation of {control} to false.',
    es: 'Ponga options.hideConfirmation de {control} a false.',
    ru: 'Задайте options.hideConfirmation для {control} значение false.',
    zh: '请将 {control} 的 options.hideConfirmation 设为 false。',
  },
  check: (createUi) =>
    controlsOfType(createUi, 'Common.PasswordBox', 'Compute.CredentialsCombo').flatMap(({ name, place }) => {
      const hidden = placeAt(place, 'options', 'hideConfirmation');
      return hidden !== undefined && isTrue(hidden.node)
        ? [{ params: { control: name }, target: targetOf(createUi, hidden) }]
        : [];
    }),
});

const isTrue = (node: JsonNode): boolean =>
  (node.kind === 'boolean' || node.kind === 'text') && String(node.value).toLowerCase() === 'true';
